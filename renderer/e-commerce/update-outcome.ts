import type { PublishFailure, UpdateWebsiteReport } from '../../shared/enquiries.ts';
import { t } from '../ui/texts.ts';

export type NamedReport = UpdateWebsiteReport & { readonly websiteName: string };

/** Websites whose My page cannot send the mails about accounts that this update asked for. */
export function unsentMailLines(reports: readonly NamedReport[]): readonly string[] {
  return reports
    .filter(({ accountMails }) => accountMails === 'no-mail-server')
    .map(({ websiteName: website }) => t('e-commerce:updateWebsite.noMailServer', { website }));
}

/** What the website did not take, one line each. */
export function failureLines(failures: readonly PublishFailure[]): readonly string[] {
  return failures.map(({ what, name }) => t(`e-commerce:updateWebsite.${what}`, { name }).trimEnd());
}
