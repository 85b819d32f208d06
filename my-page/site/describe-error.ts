type Described = {
  readonly type: string;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly constraint?: string | undefined;
  readonly stack: string;
};

/**
 * An error as it is logged: where it happened and of which kind. What databases and parsers say of it can repeat what a
 * customer typed ("Key (email)=(...) already exists"), so their own words stay out.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' };
  const said = error as { readonly code?: unknown; readonly constraint?: unknown };
  const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const mayRepeat = error instanceof SyntaxError || 'severity' in error || 'detail' in error;
  return {
    type: error.name,
    code: textOf(said.code),
    constraint: textOf(said.constraint),
    ...(!mayRepeat && { message: error.message }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
