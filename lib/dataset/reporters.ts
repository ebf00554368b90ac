/**
 * Names reporters as a reader wants them in the midst of a sentence. Editors also note by which copy, feed or station a
 * report was read; the list of sources says that in full.
 */
export function readableReporters(names: string): string {
  const plain = names.replace(/ ?\([^()]*\)/g, "");
  const each = plain.split(/, | and /);
  const different = [...new Set(each)];
  // Rewritten only where one would be named twice: a name may itself have an “and” in it.
  if (different.length === each.length) return plain;
  const last = different.pop() ?? plain;
  return different.length === 0 ? last : `${different.join(", ")} and ${last}`;
}
