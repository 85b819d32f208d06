import { languageNames, languages } from '../../shared/language.ts';

/** Choices that several settings offer. */
export const languageChoices = languages.map((value) => ({ value, label: languageNames[value] }));

export const securityChoices = [
  { value: 'starttls', label: 'STARTTLS (usual with port 587)' },
  { value: 'tls', label: 'TLS (usual with port 465)' },
  { value: 'none', label: 'None (only on this computer)' },
] as const;

export const passwordModeChoices = [
  { value: 'none', label: 'No password protection' },
  { value: 'whole-website', label: 'Whole website' },
  { value: 'webshop-only', label: 'Webshop only' },
  { value: 'voluntary', label: 'Voluntary login in check-out' },
] as const;

export const approvalChoices = [
  { value: 'automatic', label: 'Automatic: approved at registration' },
  { value: 'manual', label: 'Manual: approved here' },
  { value: 'closed', label: 'Closed: accounts are made here only' },
] as const;

export const printedDocumentChoices = [
  { value: 'none', label: 'Not by printing' },
  { value: 'picking-list', label: 'By printing the picking list' },
  { value: 'delivery-note', label: 'By printing the delivery note' },
] as const;
