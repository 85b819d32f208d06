import type { NotToldReason } from '../../../shared/change.ts';
import { isMailAddress } from './mail-address.ts';

/** Everything that may name the customer's address, read live for each run. */
export type RecipientSources = {
  readonly accountEmail: string | null;
  readonly orderingEmail: string;
  readonly contactPersonEmail: string;
  readonly contactEmail: string;
};

export type Recipient =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'none'; readonly reason: Extract<NotToldReason, 'no-address' | 'malformed-address'> };

/** The address to write to: account, else ordering e-mail, else contact person, else contact (domain.md 9.13). */
export function recipientOf(sources: RecipientSources): Recipient {
  const inOrder = [sources.accountEmail ?? '', sources.orderingEmail, sources.contactPersonEmail, sources.contactEmail];
  const address = inOrder.map((candidate) => candidate.trim()).find((candidate) => candidate !== '');
  if (address === undefined) return { kind: 'none', reason: 'no-address' };
  if (!isMailAddress(address)) return { kind: 'none', reason: 'malformed-address' };
  return { kind: 'address', address };
}
