import type { PublishFailure } from '../../shared/enquiries.ts';

const kinds: Readonly<Record<PublishFailure['what'], string>> = {
  account: 'Account',
  product: 'Product',
  'site-settings': 'Site settings',
  order: 'Order',
};

/** What the website did not take, one line each. */
export function failureLines(failures: readonly PublishFailure[]): readonly string[] {
  return failures.map(({ what, name }) => (name === '' ? kinds[what] : `${kinds[what]} ${name}`));
}
