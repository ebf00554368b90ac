/** Waits until `holds` is true, looking every 25 ms; throws with `what` after `milliseconds`. */
export async function until(holds: () => Promise<boolean>, what: string, milliseconds = 8000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    if (await holds()) return;
    if (Date.now() > deadline) throw new Error(`waited ${milliseconds} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
