/**
 * Puts text on the clipboard; where that fails the card shows the text to be copied by hand. The old command comes first: it
 * works on pages without https, where there is no clipboard object, and under policies that forbid that object.
 */
export async function copyText(text: string): Promise<{ copied: boolean; text: string }> {
  if (copyByCommand(text)) return { copied: true, text };
  const copied = await Promise.resolve(navigator.clipboard?.writeText(text).then(() => true)).catch(() => false);
  return { copied: copied ?? false, text };
}

/** Copies inside the reader's own click. The event ends here, so that the page never sees what was copied. */
function copyByCommand(text: string): boolean {
  let taken = false;
  const take = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    taken = event.isTrusted;
  };
  window.addEventListener("copy", take, { capture: true });
  const done = document.execCommand("copy");
  window.removeEventListener("copy", take, { capture: true });
  return done && taken;
}
