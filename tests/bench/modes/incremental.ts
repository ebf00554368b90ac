/** Paragraphs that come to a long page, through the real watch: every callback it is given is clocked. */
import namesIndex from "../../../lib/dataset/generated/names-index";
import { createFinder } from "../../../lib/mentions";
import { readText, watchPage } from "../../../lib/page";
import { report } from "../report";

let spent = 0;
let last = performance.now();
let longest = 0;
function clocked<Parameters extends unknown[]>(run: (...given: Parameters) => void): (...given: Parameters) => void {
  return (...given) => {
    const began = performance.now();
    run(...given);
    last = performance.now();
    spent += last - began;
    longest = Math.max(longest, last - began);
  };
}
const nativeIdle = globalThis.requestIdleCallback.bind(globalThis);
globalThis.requestIdleCallback = (run, options) => nativeIdle(clocked(run), options);
const NativeObserver = globalThis.MutationObserver;
globalThis.MutationObserver = class extends NativeObserver {
  constructor(run: MutationCallback) {
    super(clocked(run));
  }
};

const session = createFinder(namesIndex).open({ language: "en", date: null });
session.scan(readText(document).text);
let arrived = 0;
watchPage({
  document,
  signal: new AbortController().signal,
  onText: (texts) => {
    for (const { text } of texts) {
      session.scan(text);
      arrived += text.split("Arrived:").length - 1;
    }
  },
});

const sentence = "the council heard that officers of ICE and the Cook County sheriff disagree about a detainer. ";
const paragraphs = 60;
/** The watch spends two per cent of a core and no more: on a busy machine not all may have come by then. */
const patience = 12_000;
async function add(): Promise<void> {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  const settled = performance.now() + patience;
  while (performance.now() - last < 400 && performance.now() < settled) await pause();
  arrived = 0;
  spent = 0;
  longest = 0;
  for (let batch = 0; batch < paragraphs / 10; batch += 1) {
    for (let count = 0; count < 10; count += 1) {
      const paragraph = document.createElement("p");
      paragraph.textContent = `Arrived: ${batch}.${count} ${sentence.repeat(3)}`;
      document.body.append(paragraph);
    }
    await pause();
  }
  const deadline = performance.now() + patience;
  while (arrived < paragraphs && performance.now() < deadline) await pause();
  report({ perParagraph: spent / arrived, longest, arrived });
}
void add();
