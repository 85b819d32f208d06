import { t } from '../ui/texts.ts';

/** A file name for a company, without what file systems do not take. */
export function fileNameFor(companyName: string): string {
  const safe = companyName
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim();
  return `${safe === '' ? t('frame:company.fileName') : safe}.orderbud`;
}
