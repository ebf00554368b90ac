/** Settings at the edge: writers take turns, and a fault of the storage costs nothing that was there. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { defaultSettings } from "../../../lib/settings/schema";

const { local } = vi.hoisted(() => ({
  local: {
    stored: {} as Record<string, unknown>,
    fails: { get: false, set: false },
    async get(key: string) {
      await Promise.resolve();
      if (local.fails.get) throw new Error("storage cannot be read");
      return { [key]: structuredClone(local.stored[key]) };
    },
    async set(values: Record<string, unknown>) {
      await Promise.resolve();
      if (local.fails.set) throw new Error("QUOTA_BYTES quota exceeded");
      Object.assign(local.stored, structuredClone(values));
    },
  },
}));
vi.mock("wxt/browser", () => ({
  browser: { storage: { local, onChanged: { addListener() {}, removeListener() {} } } },
}));

const { changeSettings, readSettings, withItem } = await import("../../../lib/settings");

/** One lock at a time, in order, as the Web Locks of one origin give them. */
function giveLocks(): void {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, act: () => Promise<unknown>): Promise<unknown> => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
  vi.stubGlobal("navigator", { locks: { request } });
}

beforeEach(() => {
  giveLocks();
  local.stored = { settings: { version: 1, sitesOff: ["paper.example"], mutedEntities: ["us-ice"] } };
  local.fails = { get: false, set: false };
});

describe("changing settings", () => {
  it("from twenty places at once loses none of the changes", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        changeSettings(({ mutedEntities }) => ({ mutedEntities: withItem(mutedEntities, `entity-${turn}`, true) })),
      ),
    );
    expect((await readSettings()).settings.mutedEntities).toHaveLength(21);
  });

  it("writes nothing where the storage can't be read: what is there must not give way to defaults", async () => {
    local.fails.get = true;
    await expect(changeSettings(() => ({ theme: "dark" }))).rejects.toThrow("cannot be read");
    local.fails.get = false;
    expect((await readSettings()).settings).toMatchObject({ theme: "system", sitesOff: ["paper.example"] });
  });

  it("says so where the storage is full, keeps what was there, and works again when there is room", async () => {
    local.fails.set = true;
    await expect(changeSettings(() => ({ theme: "dark" }))).rejects.toThrow("quota");
    expect((await readSettings()).settings).toMatchObject({ theme: "system", sitesOff: ["paper.example"] });
    local.fails.set = false;
    await changeSettings(() => ({ theme: "dark" }));
    expect((await readSettings()).settings).toMatchObject({ theme: "dark", sitesOff: ["paper.example"] });
  });
});

describe("reading settings", () => {
  it("gives defaults where the storage throws, and says that it did", async () => {
    local.fails.get = true;
    expect(await readSettings()).toEqual({ settings: defaultSettings, repaired: ["storage"] });
  });
});
