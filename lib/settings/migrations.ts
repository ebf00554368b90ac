import { settingsVersion } from "./schema";

type Stored = Record<string, unknown>;

/**
 * One step per version: `steps[n]` raises version n to n + 1. Version 0 is what the first builds stored:
 * `enabled` for `on`, `everywhere` for `scope`, and `privateMode` for `marks`.
 */
const steps: Record<number, (stored: Stored) => Stored> = {
  0: (stored) => {
    const { enabled, everywhere, privateMode, ...rest } = stored;
    return {
      ...(typeof enabled === "boolean" ? { on: enabled } : {}),
      ...(typeof everywhere === "boolean" ? { scope: everywhere ? "everywhere" : "news" } : {}),
      ...(typeof privateMode === "boolean" ? { marks: privateMode ? "private" : "marks", marksChosen: true } : {}),
      ...rest,
    };
  },
};

/** Raises stored settings to the current version; values are not judged here. A newer version is left as it is. */
export function migrate(stored: Stored): Stored {
  let version = typeof stored.version === "number" ? stored.version : 0;
  let raised: Stored = { ...stored };
  while (version < settingsVersion) {
    const step = steps[version];
    if (!step) break;
    raised = step(raised);
    version += 1;
  }
  return { ...raised, version };
}
