/**
 * Tells on which line of the file each record begins. The parser counts the lines up to a record's end, and a line break of
 * two characters inside quotes as two.
 */
export function recordLines(): { lineOf(cells: readonly string[], parserLines: number): number } {
  let countedTwice = 0;
  return {
    lineOf(cells, parserLines) {
      let breaks = 0;
      for (const cell of cells) {
        if (!cell.includes('\n') && !cell.includes('\r')) continue;
        breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
        countedTwice += cell.match(/\r\n/g)?.length ?? 0;
      }
      return parserLines - countedTwice - breaks;
    },
  };
}
