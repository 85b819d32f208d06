import type { NotToldReason } from '../../shared/change.ts';
import type { EnquiryKind, MatchStatus, WaitingReason } from '../../shared/enquiries.ts';
import type { MailState, MissingSetting, RunStep } from '../../shared/website-data.ts';
import type { Tone } from '../ui/status-word.tsx';

/** The steps of Get Website Data: what is done, and what is counted. */
export const stepWords: Readonly<
  Record<RunStep, { readonly name: string; readonly one: string; readonly many: string }>
> = {
  fetch: { name: 'Fetch from the website', one: 'enquiry', many: 'enquiries' },
  import: { name: 'Import orders and customers', one: 'enquiry', many: 'enquiries' },
  'find-changes': { name: 'Find what changed on orders', one: 'order', many: 'orders' },
  publish: { name: 'Publish to My page', one: 'order', many: 'orders' },
  send: { name: 'Mail customers', one: 'mail', many: 'mails' },
  'update-website': { name: 'Update Website', one: 'item', many: 'items' },
};

/** Where a mail stands. Accepted is handed over to the mail server, which is not yet delivered. */
export const mailStateWords: Readonly<Record<MailState, string>> = {
  queued: 'Queued',
  sending: 'Being handed over',
  accepted: 'Accepted',
  waiting: 'Waiting for the next run',
  refused: 'Refused',
  uncertain: 'Uncertain',
  superseded: 'Replaced by a newer mail',
  dropped: 'Not needed any more',
  settled: 'Settled by staff',
};

export const mailStateTones: Readonly<Record<MailState, Tone>> = {
  queued: 'active',
  sending: 'active',
  accepted: 'done',
  waiting: 'waiting',
  refused: 'attention',
  uncertain: 'attention',
  superseded: 'quiet',
  dropped: 'quiet',
  settled: 'quiet',
};

/** Why a customer is not told of a change. */
export const notToldWords: Readonly<Record<NotToldReason, string>> = {
  'opted-out': 'Wants no order status e-mails',
  'no-address': 'Has no e-mail address',
  'malformed-address': 'The e-mail address is not a valid one',
  'address-refused': 'The mail server refused the address earlier',
  'text-missing': 'No text in the customer’s language',
  'text-faulty': 'The text in the customer’s language cannot be used',
  'not-worded': 'The program could not word it; its log names the place',
  'uncertain-mail': 'An earlier mail is uncertain and needs a decision',
  'parent-uncertain': 'A mail about the order it stems from is uncertain',
  'refused-three-times': 'The mail server refused the mail three times',
  'no-sender': 'No sender address is set',
};

/** What is missing before a website is ready, and where to enter it. */
export const missingWords: Readonly<Record<MissingSetting, string>> = {
  sender: 'sender address',
  'mail-server': 'mail server',
  'mail-password': 'mail password',
  'website-address': 'address of My page',
  'website-key': 'key of the website',
  'language-substitute': 'language for customers whose own has no texts',
};

export const enquiryKindWords: Readonly<Record<EnquiryKind, string>> = {
  order: 'Order',
  registration: 'New registration',
  'changed-details': 'Changed registration',
  activity: 'Activity',
  'customer-settings': 'Customer’s settings',
  unreadable: 'Unreadable',
};

export const matchWords: Readonly<Record<MatchStatus, string>> = {
  new: 'New customer',
  probable: 'Probable customer',
  existing: 'Existing customer',
};

export const matchTones: Readonly<Record<MatchStatus, Tone>> = { new: 'active', probable: 'waiting', existing: 'done' };

/** Why an enquiry waits for a person. */
export const waitingReasonWords: Readonly<Record<WaitingReason, string>> = {
  'probable-customer': 'Check whether it is this customer',
  'several-customers': 'Several customers match',
  'confirm-customer': 'The name matches, the address does not',
  'registration-waits': 'The customer’s registration waits',
  'web-order-no-taken': 'An order of this number is in the register already',
  'contact-has-account': 'The contact has an account already',
  'details-differ': 'Choose the details to take over',
  'needs-reading': 'A message to read',
  unreadable: 'Sent by a newer website; cannot be read',
};
