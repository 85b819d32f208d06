import { languages } from '../../shared/language.ts';
import { t } from '../ui/texts.ts';

/** Choices that several settings offer. */
export const languageChoices = languages.map((value) => ({ value, label: t(`common:language.${value}`) }));

export const securityChoices = (['starttls', 'tls', 'none'] as const).map((value) => ({
  value,
  label: t(`settings:mail.securities.${value}`),
}));

export const returnSecurityChoices = (['tls', 'starttls', 'none'] as const).map((value) => ({
  value,
  label: t(`settings:returnBox.securities.${value}`),
}));

export const passwordModeChoices = (['none', 'whole-website', 'webshop-only', 'voluntary'] as const).map((value) => ({
  value,
  label: t(`settings:passwords.modes.${value}.label`),
  hint: t(`settings:passwords.modes.${value}.hint`),
}));

export const approvalChoices = (['manual', 'automatic', 'closed'] as const).map((value) => ({
  value,
  label: t(`settings:passwords.approvals.${value}.label`),
  hint: t(`settings:passwords.approvals.${value}.hint`),
}));

export const printedDocumentChoices = (['none', 'picking-list', 'delivery-note'] as const).map((value) => ({
  value,
  label: t(`settings:printedDocument.${value}`),
}));

const usualCurrencies = ['NOK', 'SEK', 'DKK', 'EUR', 'GBP', 'USD', 'CHF', 'ISK', 'PLN'] as const;

/** Currencies of the shops this is made for, and the one that is set. */
export function currencyChoices(present: string): readonly { readonly value: string; readonly label: string }[] {
  return choicesOf(new Set([...usualCurrencies, present]));
}

/** Every time zone that the computer knows, and the one that is set. */
export function timeZoneChoices(present: string): readonly { readonly value: string; readonly label: string }[] {
  return choicesOf(new Set([...Intl.supportedValuesOf('timeZone'), present]));
}

function choicesOf(values: ReadonlySet<string>): readonly { readonly value: string; readonly label: string }[] {
  return [...values].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
