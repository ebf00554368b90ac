import { defineContentScript } from "wxt/utils/define-content-script";
import { startReader } from "./start";

export default defineContentScript({
  matches: ["http://*/*", "https://*/*"],
  // Top frame only: docs/adr/0006.
  allFrames: false,
  runAt: "document_idle",
  main(context) {
    startReader({ document, signal: context.signal, isOrphaned: () => context.isInvalid });
  },
});
