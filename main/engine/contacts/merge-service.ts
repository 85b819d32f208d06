import type {
  AddressMove,
  ContactView,
  MergeField,
  MergeInput,
  MergePreview,
  MergePreviewInput,
} from '../../../shared/contacts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';
import { logAction } from '../logging/log-store.ts';
import { writeAccount } from './account-store.ts';
import { readContact, writeContact } from './contact-store.ts';
import {
  canBeMerged,
  countMoving,
  keepOwnNo,
  moveBelongings,
  type OrderRecipient,
  readClashes,
  readOrderRecipients,
} from './merge-store.ts';
import { recipientOf } from './recipient.ts';

/** What a merge of doubles would do. @throws AppError 'not-found' when either is gone or was merged before */
export function previewMerge(db: ReadDb, input: MergePreviewInput): MergePreview {
  if (!canBeMerged(db, input)) throw new AppError('not-found');
  const kept = readContact(db, input.keptId);
  const other = readContact(db, input.otherId);
  return {
    kept,
    other,
    moving: countMoving(db, input),
    clashes: readClashes(db, input).map(({ accountId: _accountId, ...clash }) => clash),
    addressMoves: findAddressMoves(readOrderRecipients(db, input), mergedAddresses(kept, other, input.take)),
  };
}

/**
 * Makes two contacts one. The one that goes is kept as merged; its ids lead to the one that stays.
 *
 * @throws AppError 'not-found'; 'contact-has-account' when both have an account on a website and nobody chose to decline
 * one; 'merge-changed-meanwhile' when mails would go elsewhere than staff were shown
 */
export function mergeContacts(tx: WriteTx, context: CommandContext, input: MergeInput): void {
  const { other, addressMoves } = previewMerge(tx, input);
  const clashes = readClashes(tx, input);
  if (clashes.length > 0 && !input.declinesAccounts) throw new AppError('contact-has-account');
  if (JSON.stringify(addressMoves) !== JSON.stringify(input.addressMoves))
    throw new AppError('merge-changed-meanwhile');
  for (const { accountId } of clashes) writeAccount(tx, { accountId, status: 'declined' });
  moveBelongings(tx, input);
  keepOwnNo(tx, input);
  const isSupplier = other.isSupplier ? { isSupplier: true } : {};
  const changed = writeContact(tx, { ...takenFrom(other, input.take), ...isSupplier, contactId: input.keptId });
  logAction(tx, context, {
    what: 'contacts-merged',
    details: { contactId: input.keptId, mergedId: input.otherId, changed, declinedAccounts: clashes.length },
  });
}

/** The values that staff chose from the contact that goes. */
function takenFrom(other: ContactView, take: MergePreviewInput['take']): Partial<Pick<ContactView, MergeField>> {
  return Object.fromEntries(take.map((field) => [field, other[field]]));
}

type Addresses = { readonly contactPersonEmail: string; readonly email: string };

function mergedAddresses(kept: ContactView, other: ContactView, take: MergePreviewInput['take']): Addresses {
  const of = (field: keyof Addresses) => (take.includes(field) ? other : kept)[field];
  return { contactPersonEmail: of('contactPersonEmail'), email: of('email') };
}

/** Where mails of open webshop orders go now and after the merge, for those that change (domain.md 9.13). */
function findAddressMoves(orders: readonly OrderRecipient[], merged: Addresses): readonly AddressMove[] {
  const moves = new Map<string, AddressMove>();
  for (const order of orders) {
    const from = addressOf(recipientOf(order));
    const to = addressOf(
      recipientOf({
        accountEmail: order.mergedAccountEmail,
        orderingEmail: order.orderingEmail,
        contactPersonEmail: merged.contactPersonEmail,
        contactEmail: merged.email,
      }),
    );
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    moves.set(key, { from, to, webOrderNos: [...(moves.get(key)?.webOrderNos ?? []), order.webOrderNo] });
  }
  return [...moves.values()];
}

function addressOf(recipient: ReturnType<typeof recipientOf>): string | null {
  return recipient.kind === 'address' ? recipient.address : null;
}
