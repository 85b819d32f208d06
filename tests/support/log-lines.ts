/** Takes the log of a My page and hands back its lines. */
export type LogLines = {
  readonly write: (line: string) => void;
  readonly all: () => readonly LogLine[];
  readonly text: () => string;
};
export type LogLine = Readonly<Record<string, unknown>>;

export function collectLog(): LogLines {
  const lines: string[] = [];
  return {
    write: (line) => {
      lines.push(line);
    },
    all: () => lines.map((line) => JSON.parse(line) as LogLine),
    text: () => lines.join(''),
  };
}
