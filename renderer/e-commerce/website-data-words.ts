import type { NotToldReason } from '../../shared/change.ts';
import type { EnquiryKind, MatchStatus } from '../../shared/enquiries.ts';
import { languageFor, languageTags } from '../../shared/language.ts';
import { stopCauses } from '../../shared/mails.ts';
import type { FilterReason } from '../../shared/rule-options.ts';
import type { MailState } from '../../shared/website-data.ts';
import { errorTextFor } from '../ui/error-texts.ts';
import type { Tone } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import type { PreviewView } from './preview-lines.ts';

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

/** What a mail is about; empty once its text was removed, which is said then. */
export function subjectOf({ subject }: { readonly subject: string }): string {
  return subject || t('e-commerce:mail.removed');
}

/** A tab of the preview; without a number while what it shows is still being read, as "(0)" would say there is nothing. */
export function previewViewName(view: PreviewView, count: number | undefined): string {
  const name = t(`e-commerce:preview.${view}`);
  return count === undefined ? name : t('e-commerce:preview.counted', { view: name, count });
}

/** Where a mail stands, for a list: that it came back counts more than that it was accepted, and less than what is to be decided. */
export function shownState(mail: { readonly state: MailState; readonly cameBackAt: string | null }): {
  readonly word: string;
  readonly tone: Tone;
} {
  if (mail.cameBackAt !== null && mail.state !== 'uncertain') {
    return { word: t('e-commerce:mail.cameBack'), tone: 'attention' };
  }
  return { word: t(`e-commerce:mailState.${mail.state}`), tone: mailStateTones[mail.state] };
}

export const matchTones: Readonly<Record<MatchStatus, Tone>> = { new: 'active', probable: 'waiting', existing: 'done' };

/** Why a customer is not told, to stand inside a sentence. */
export function notToldClause(reason: NotToldReason): string {
  return withSmallFirst(t(`e-commerce:notTold.${reason}`));
}

/** Why an option of a rule leaves a change unsaid for now, to stand inside a sentence. */
export function filterClause(why: FilterReason): string {
  switch (why.kind) {
    case 'few-days':
      return t('e-commerce:filter.few-days', { count: why.days, from: why.toldFromDays });
    case 'status-silent':
      return t('e-commerce:filter.status-silent', { status: t(`e-commerce:spokenStatus.${why.status}`) });
    default:
      return t(`e-commerce:filter.${why.kind}`);
  }
}

const mailReasons = [
  'server-deferred',
  'line-lost',
  'cancelled',
  'shown-first',
  'surge',
  'program-stopped',
  'not-written',
  'recipient-refused',
  'address-refused',
  'malformed-address',
  'message-refused',
  'it-arrived',
  'tell-anew',
  'made-anew',
  'held',
  'customer-erased',
  'nothing-left',
  'opted-out',
] as const;

/** Why a mail stands where it stands; empty where its state says all. */
export function mailReasonText(reason: string): string {
  const known = mailReasons.find((each) => each === reason);
  if (known !== undefined) return t(`e-commerce:mailReason.${known}`);
  const stopCause = stopCauses.find((each) => each === reason);
  return stopCause === undefined ? '' : errorTextFor(stopCause).what.replace(/\.$/, '');
}

/** An enquiry by its kind and, where it has one, its number or subject: `Order W-8841`, `Activity: Question`. */
export function enquiryName(enquiry: { readonly kind: EnquiryKind; readonly summary: string }): string {
  const kind = t(`e-commerce:enquiryKind.${enquiry.kind}`);
  if (enquiry.summary === '') return kind;
  return enquiry.kind === 'activity' ? `${kind}: ${enquiry.summary}` : `${kind} ${enquiry.summary}`;
}

/** The tag for `lang` of what is worded for a customer; undefined where nothing is worded in the code's language. */
export function langOf(code: string): string | undefined {
  const language = languageFor(code);
  return language === null ? undefined : languageTags[language];
}

/** A text that begins a line, as it reads inside one. */
export function withSmallFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A text from inside a line, as it reads at its beginning. */
export function withBigFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
