import { Liquid, type Template, type Token, TokenKind, Value, type ValueToken } from 'liquidjs';
import { AppError } from '../../../shared/errors.ts';
import { type FaultReason, textFault as faultDetails, type TextFault } from '../../../shared/text-fault.ts';

const allowedTags = new Set(['if', 'unless', 'case', 'comment', 'raw']);
const allowedFilters = new Set(['default', 'upcase', 'downcase', 'capitalize', 'append', 'prepend', 'strip']);
const filtersWithText = new Set(['append', 'prepend']);
const longestText = 20_000;
const longestRendered = 100_000;

const liquid = restrictedLiquid();

/** A Liquid that can show placeholders and decide, and cannot loop, assign or read files. */
function restrictedLiquid(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    jsTruthy: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: longestText * 2,
    memoryLimit: longestRendered * 10,
  });
  for (const name of Object.keys(engine.tags)) if (!allowedTags.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!allowedFilters.has(name)) delete engine.filters[name];
  return engine;
}

/**
 * Parses a text of a mail and proves that nothing but its placeholders, a few filters and conditions is used.
 * @throws AppError text-faulty with `place`, `line`, `column` and `reason`: syntax, unknown-placeholder, unknown-filter,
 * unknown-tag, too-long
 */
export function parseTemplate(place: string, text: string, placeholders: readonly string[]): Template[] {
  if (text.length > longestText) throw textFault(place, 'too-long');
  const templates = parsed(place, text);
  const { variables } = liquid.analyzeSync(templates);
  for (const [name, uses] of Object.entries(variables)) {
    const badUse = uses.find((use) => !placeholders.includes(name) || use.segments.length > 1);
    if (badUse !== undefined) {
      throw textFault(place, 'unknown-placeholder', { line: badUse.location.row, column: badUse.location.col });
    }
  }
  refuseWhatMayFail(place, templates);
  return templates;
}

/** A range fills the memory, and a filter that lacks what it appends fails: both for some customers only, when they mail. */
function refuseWhatMayFail(place: string, templates: readonly Template[]): void {
  for (const value of valuesIn(templates)) {
    const tokens = value instanceof Value ? [...value.initial.postfix, ...argumentsOf(value)] : [value];
    const range = tokens.find(({ kind }) => kind === TokenKind.Range);
    const filters = value instanceof Value ? value.filters : [];
    const isLacking = filters.some(({ name, args }) => filtersWithText.has(name) && args.length !== 1);
    if (range !== undefined) throw textFault(place, 'syntax', placeOf(range));
    if (isLacking) throw textFault(place, 'syntax', placeOf(tokens[0]));
  }
}

function* valuesIn(templates: readonly Template[]): Generator<Value | ValueToken> {
  for (const template of templates) {
    yield* template.arguments?.() ?? [];
    const children: unknown = template.children?.(false, true).next().value;
    if (Array.isArray(children)) yield* valuesIn(children);
  }
}

function argumentsOf({ filters }: Value): readonly Token[] {
  return filters
    .flatMap(({ args }) => args.map((each) => (Array.isArray(each) ? each[1] : each)))
    .filter((each) => each !== undefined);
}

function placeOf(token: Token | undefined): { readonly line: number; readonly column: number } {
  const [line, column] = token?.getPosition() ?? [1, 1];
  return { line: line ?? 1, column: column ?? 1 };
}

/** A parsed text with its placeholders filled in: plain text, not escaped. */
export function renderTemplate(
  templates: readonly Template[],
  values: Readonly<Record<string, string | number>>,
): string {
  return String(liquid.renderSync([...templates], values)).slice(0, longestRendered);
}

/**
 * Parses a text and renders it with each set of made-up values, so that what fails only then is found before a customer's
 * mail fails by it.
 * @throws AppError text-faulty as `parseTemplate` does
 */
export function tryTemplate(
  place: string,
  text: string,
  samples: readonly Readonly<Record<string, string | number>>[],
): readonly string[] {
  const templates = parseTemplate(place, text, Object.keys(samples[0] ?? {}));
  return samples.map((values) => {
    try {
      return renderTemplate(templates, values);
    } catch (cause) {
      throw liquidFault(place, cause);
    }
  });
}

/** What is wrong with a text, and where; a fault of the text as a whole stands at its beginning. */
export function textFault(
  place: string,
  reason: FaultReason,
  at: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
  cause?: Error,
): AppError {
  return new AppError('text-faulty', { place, reason, ...at }, cause ? { cause } : {});
}

/** The fault that an error tells of; any other error is thrown on. */
export function readFault(error: unknown): TextFault {
  if (!(error instanceof AppError) || error.code !== 'text-faulty') throw error;
  return faultDetails.parse(error.details);
}

function parsed(place: string, text: string): Template[] {
  try {
    return liquid.parse(text);
  } catch (cause) {
    throw liquidFault(place, cause);
  }
}

/** The fault that Liquid found, with its place; anything else that was thrown as it is. */
function liquidFault(place: string, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const [line = 1, column = 1] =
    'token' in cause && hasPosition(cause.token) ? cause.token.getPosition() : ([1, 1] as const);
  return textFault(place, reasonOf(cause.message), { line, column }, cause);
}

function reasonOf(message: string): FaultReason {
  if (/^tag .* not found/.test(message)) return 'unknown-tag';
  return /^undefined filter/.test(message) ? 'unknown-filter' : 'syntax';
}

function hasPosition(token: unknown): token is { getPosition(): [number, number] } {
  return typeof token === 'object' && token !== null && 'getPosition' in token;
}
