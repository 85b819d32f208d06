/** Width of a piece of text in one font and size, in points. */
export type Measure = (piece: string) => number;

/**
 * Breaks one paragraph into lines of a width: between words, and within a word only where it is wider than a line.
 * Own code because pdfkit measures a long word again for every letter of it, which takes minutes for a bad one.
 */
export function wrapText(paragraph: string, width: number, measure: Measure): readonly string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const word of paragraph.split(/[ \t]+/).flatMap((each) => cutToFit(each, width, measure))) {
    const wordWidth = measure(word);
    if (line !== '' && lineWidth + space + wordWidth > width) {
      lines.push(line);
      line = '';
      lineWidth = 0;
    }
    lineWidth += (line === '' ? 0 : space) + wordWidth;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A word in pieces that each fit the width; every piece has one character at least. */
function cutToFit(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let pieceWidth = 0;
  for (const character of word) {
    const characterWidth = measure(character);
    if (piece !== '' && pieceWidth + characterWidth > width) {
      pieces.push(piece);
      piece = '';
      pieceWidth = 0;
    }
    piece += character;
    pieceWidth += characterWidth;
  }
  return [...pieces, piece];
}
