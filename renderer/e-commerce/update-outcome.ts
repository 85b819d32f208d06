import type { PublishFailure } from '../../shared/enquiries.ts';
import { t } from '../ui/texts.ts';

/** What the website did not take, one line each. */
export function failureLines(failures: readonly PublishFailure[]): readonly string[] {
  return failures.map(({ what, name }) => t(`e-commerce:updateWebsite.${what}`, { name }).trimEnd());
}
