import { z } from 'zod';
import type { NotToldReason } from '../../../shared/change.ts';

/** Everything that may name the customer's address, read live for each run. */
export type RecipientSources = {
  readonly accountEmail: string | null;
  readonly orderingEmail: string;
  readonly contactPersonEmail: string;
  readonly contactEmail: string;
};

/** Plain mailbox addresses only: what a mail server would read as several, or as a route, is malformed. */
const plainAddress = z.email({ pattern: z.regexes.html5Email }).max(254);

export type Recipient =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'none'; readonly reason: Extract<NotToldReason, 'no-address' | 'malformed-address'> };

/** The address to write to: account, else ordering e-mail, else contact person, else contact (domain.md 9.13). */
export function recipientOf(sources: RecipientSources): Recipient {
  const inOrder = [sources.accountEmail ?? '', sources.orderingEmail, sources.contactPersonEmail, sources.contactEmail];
  const address = inOrder.map((candidate) => candidate.trim()).find((candidate) => candidate !== '');
  if (address === undefined) return { kind: 'none', reason: 'no-address' };
  if (!plainAddress.safeParse(address).success) return { kind: 'none', reason: 'malformed-address' };
  return { kind: 'address', address };
}
