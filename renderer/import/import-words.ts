import {
  type FaultReason,
  type FoundColumn,
  faultReasons,
  type ImportField,
  type ImportKind,
  type ImportSeparator,
  importFieldNames,
} from '../../shared/import.ts';
import { t } from '../ui/texts.ts';

/** A field as the kind of file calls it: the name on an order is its customer's. */
export function fieldWord(kind: ImportKind, field: ImportField): string {
  if (kind === 'orders' && field === 'name') return t('import:fieldOfKind.ordersName');
  if (kind === 'purchases') {
    if (field === 'name') return t('import:fieldOfKind.purchasesName');
    if (field === 'customerNo') return t('import:fieldOfKind.purchasesCustomerNo');
    if (field === 'orderNo') return t('import:fieldOfKind.purchasesOrderNo');
  }
  return t(`import:field.${field}`);
}

export function fieldWords(kind: ImportKind): Record<string, string> {
  return Object.fromEntries(importFieldNames.map((field) => [field, fieldWord(kind, field)]));
}

/** `line` is another line of the file. */
export function reasonWord(reason: FaultReason, line: number | null): string {
  return t(`import:reason.${reason}`, { line: line ?? '' });
}

/** Every reason with its place for a line, for a file that the engine writes. */
export function reasonTemplates(): Record<FaultReason, string> {
  const words = faultReasons.map((reason) => [reason, t(`import:reason.${reason}`, { line: '{{line}}' })] as const);
  return Object.fromEntries(words) as Record<FaultReason, string>;
}

export function columnWord({ header, index }: Pick<FoundColumn, 'header' | 'index'>): string {
  return header === '' ? t('import:columns.unnamed', { number: index + 1 }) : header;
}

export const separatorWords: Readonly<Record<ImportSeparator, string>> = {
  ';': t('import:separator.semicolon'),
  ',': t('import:separator.comma'),
  '\t': t('import:separator.tab'),
  '|': t('import:separator.bar'),
};
