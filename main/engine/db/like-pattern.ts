/** The text as a LIKE pattern that finds it anywhere; used with `ESCAPE '\'`. */
export function likeAnywhere(text: string): string {
  return `%${escapeLike(text)}%`;
}

/** The text as a LIKE pattern that finds it at the beginning; used with `ESCAPE '\'`. */
export function likePrefix(text: string): string {
  return `${escapeLike(text)}%`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
