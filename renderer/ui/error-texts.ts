import type { FailureCode } from '../../shared/bridge.ts';
import type { ErrorDetails } from '../../shared/errors.ts';
import { t } from './texts.ts';

/** An error in words: what happened, what is safe, what to do next. */
export type ErrorText = { readonly what: string; readonly kept: string; readonly next: string };

/** The words for a failure, which stand by code in the texts `errors`. Every detail that a text names is listed here. */
export function errorTextFor(code: FailureCode, details: ErrorDetails = {}): ErrorText {
  const named = {
    error: inBrackets(details.error),
    field: inBrackets(details.field),
    host: inBrackets(details.host),
    line: inBrackets(details.line),
    productNo: inBrackets(details.productNo),
    user: inBrackets(details.user),
    who: inBrackets(details.who),
  };
  return {
    what: t(`errors:${code}.what`, named),
    kept: t(`errors:${code}.kept`, named),
    next: t(`errors:${code}.next`, named),
  };
}

function inBrackets(value: ErrorDetails[string] | undefined): string {
  return value === undefined || value === null || value === '' ? '' : ` (${value})`;
}
