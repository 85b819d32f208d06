/** The word of an added language that is being typed; the sample shows it before it is stored. */
export type TypedWord = { readonly name: string; readonly text: string };

/**
 * The word being typed after a field told of its text, null for one that shows what is stored. A field is stored while the next
 * one is typed in already: what it tells then takes nothing from the other.
 */
export function typedWordAfter(
  before: TypedWord | undefined,
  name: string,
  text: string | null,
): TypedWord | undefined {
  if (text !== null) return { name, text };
  return before?.name === name ? undefined : before;
}
