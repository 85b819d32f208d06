/** A place in a text where a placeholder can stand: what was typed of its name, and how it is to be written there. */
export type CompletionPlace = {
  /** Where the name, or the braces that are yet to be written, begin. */
  readonly from: number;
  readonly typed: string;
  /** An instruction such as `{% if ... %}` names placeholders without braces of their own. */
  readonly needsBraces: boolean;
};

/**
 * What can be completed at the caret. Two opened braces are enough; elsewhere it has to be asked for, and inside an
 * instruction too, where most words are no placeholders. Null where nothing can be offered.
 */
export function completionAt(text: string, caret: number, isAskedFor: boolean): CompletionPlace | null {
  const before = text.slice(0, caret);
  const open = /\{\{-?\s*(\w*)$/.exec(before);
  if (open !== null) return { from: open.index, typed: open[1] ?? '', needsBraces: true };
  if (!isAskedFor) return null;
  const word = /\w*$/.exec(before)?.[0] ?? '';
  const lastOpened = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  const lastClosed = Math.max(before.lastIndexOf('}}'), before.lastIndexOf('%}'));
  if (lastOpened > lastClosed) return { from: caret - word.length, typed: word, needsBraces: false };
  return { from: caret, typed: '', needsBraces: true };
}

/** The names that fit what was typed: those that begin with it first, then those that hold it. */
export function matching<Named extends { readonly name: string }>(
  names: readonly Named[],
  typed: string,
): readonly Named[] {
  const wanted = typed.toLowerCase();
  const begins = names.filter(({ name }) => name.startsWith(wanted));
  return [...begins, ...names.filter((each) => each.name.includes(wanted) && !begins.includes(each))];
}

/** The text with a name written at its place, and the caret behind it. Braces that stand there already are kept. */
export function complete(
  text: string,
  caret: number,
  { place, name }: { readonly place: CompletionPlace; readonly name: string },
): { readonly text: string; readonly caret: number } {
  const written = place.needsBraces ? `{{ ${name} }}` : name;
  const behind = text.slice(caret).replace(place.needsBraces ? /^\w*\s*-?\}\}/ : /^\w*/, '');
  return { text: text.slice(0, place.from) + written + behind, caret: place.from + written.length };
}

/** Where a fault stands in a text: from its line and column to the end of what it is about, at most to the line's end. */
export function faultRange(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): { readonly from: number; readonly to: number } {
  const lines = text.split('\n');
  const lineText = lines[line - 1] ?? '';
  const lineStart = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const from = Math.min(lineStart + column - 1, text.length);
  const rest = lineText.slice(column - 1);
  const length = /^\w+/.exec(rest)?.[0].length ?? /^.*?[}%]\}/.exec(rest)?.[0].length ?? rest.length;
  return { from, to: from + length };
}
