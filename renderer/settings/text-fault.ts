import { type TextFault, textFault } from '../../shared/text-fault.ts';
import type { FieldFault } from '../ui/completed-field.tsx';
import { failureOf } from '../ui/failure.ts';
import { t } from '../ui/texts.ts';

/** How a placeholder is written in a text. */
export const inBraces = (name: string) => `{{ ${name} }}`;

/** What is wrong, in words, and its place. `names` are the placeholders that there are, `needed` those that may not be left out. */
export function faultOfField(fault: TextFault, names: readonly string[], needed = names): FieldFault {
  const { line, column } = fault;
  return {
    words: t('settings:texts.faultHere', { line, column, fault: faultWords(fault, names, needed) }),
    line,
    column,
  };
}

/** Where a text that was not stored is faulty, and how; null for any other failure. */
export function faultText(error: unknown, names: readonly string[], needed = names): string | null {
  const { code, details } = failureOf(error);
  const fault = code === 'text-faulty' ? textFault.safeParse(details).data : undefined;
  if (fault === undefined) return null;
  return t('settings:texts.faultAt', { ...fault, fault: faultWords(fault, names, needed) });
}

function faultWords({ reason }: TextFault, names: readonly string[], needed: readonly string[]): string {
  return t(`settings:texts.fault.${reason}`, {
    names: (reason === 'missing-placeholder' ? needed : names).map(inBraces).join(', '),
    link: inBraces('link'),
    braces: '{{ }} / {% %}',
  });
}
