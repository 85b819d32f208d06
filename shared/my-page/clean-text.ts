/**
 * Everything that must not reach a line of text: line breaks and other white space, control characters, direction
 * marks, embeddings and isolates (they can make "gpj.exe" read as "exe.jpg"), invisible joiners of no use in names,
 * byte order marks, and what is no character at all. U+200C and U+200D stay: scripts and emoji need them.
 */
const notOneLine =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  /[\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]+/gu;
/** One clean line as most texts are: nothing but letters and signs of the first blocks, and single spaces within. */
const plainLine = /^[!-~\u00a1-\u00ac\u00ae-\u02ff]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff]+)*$/;
const onlySpace = /[\s\u2028\u2029]/u;

/** Text of a customer or product as one clean line: control and direction characters out, white space to one space. */
export function cleanText(text: string): string {
  // Every text of every mail and page comes by here
  if (plainLine.test(text)) return text;
  return text
    .toWellFormed()
    .replace(notOneLine, (run) => (onlySpace.test(run) ? ' ' : ''))
    .trim();
}

/** As cleanText, but line breaks stay: for texts of several lines that staff or customers wrote. */
export function cleanParagraphs(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

const longestName = 200;

/** As cleanText, and cut with "…" where it is longer than any name is (by code points, so that no character breaks). */
export function cleanName(text: string, longest = longestName): string {
  const clean = cleanText(text.slice(0, longest * 20));
  if (clean.length <= longest) return clean;
  const characters = [...clean];
  return characters.length <= longest
    ? clean
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
