/** The company file named on the command line, as a double click on it does, or null. */
export function companyFileIn(args: readonly string[]): string | null {
  return args.slice(1).find((argument) => !argument.startsWith('-') && argument.endsWith('.orderbud')) ?? null;
}
