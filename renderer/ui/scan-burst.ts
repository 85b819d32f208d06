/** Keys that came one right after the other. */
export type Burst = { readonly text: string; readonly lastAtMs: number };

/** A scanner types a character every few milliseconds; the fastest fingers need more than twice this. */
const scannerGapMs = 35;
/** Fewer characters than this are no code worth a label. */
const fewestCharacters = 3;

export const noBurst: Burst = { text: '', lastAtMs: 0 };

/** The burst with one more character; a pause begins another one. */
export function withCharacter(burst: Burst, character: string, atMs: number): Burst {
  const goesOn = burst.text !== '' && atMs - burst.lastAtMs <= scannerGapMs;
  return { text: goesOn ? burst.text + character : character, lastAtMs: atMs };
}

/** Whether what ends now, with Enter or Tab, was typed by a scanner and not by a person. */
export function isScan(burst: Burst, atMs: number): boolean {
  return burst.text.length >= fewestCharacters && atMs - burst.lastAtMs <= scannerGapMs;
}
