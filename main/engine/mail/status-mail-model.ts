import type { Change } from '../../../shared/change.ts';
import type { MailTexts } from './mail-texts.ts';
import type { MailLanguage } from './wording/mail-language.ts';

/** A picture that travels in the mail: nothing is loaded from anywhere. */
export type MailLogo = {
  readonly type: 'image/png' | 'image/jpeg';
  readonly base64: string;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** The website a mail speaks for. */
export type MailWebsite = {
  readonly name: string;
  /** `#rrggbb`; anything else falls back to a neutral colour. */
  readonly colour: string;
  /** The shop's front page, or empty. */
  readonly url: string;
  /** Stands in the head instead of the name, with the name as its words. */
  readonly logo: MailLogo | null;
};

/** One line of an order in the table of a mail. Quantities in thousandths of a unit. */
export type StatusMailLine = {
  readonly description: string;
  readonly productNo: string;
  readonly unit: string;
  readonly orderedMilli: number;
  /** Delivered since what the customer knew. */
  readonly deliveredNowMilli: number;
  readonly deliveredBeforeMilli: number;
  readonly toComeMilli: number;
  /** `YYYY-MM-DD`, or null when no date is known. */
  readonly expectedDate: string | null;
  /** The expected date has passed: "delayed, new date to follow" (domain.md 9.7, rule 6). */
  readonly isDelayed: boolean;
};

export type StatusMailShipment = {
  readonly carrier: string;
  readonly shippingNo: string;
  readonly trackingUrl: string | null;
};

/** The section of one order. */
export type StatusMailOrder = {
  /** The number as the customer knows it (domain.md 9.9). */
  readonly webOrderNo: string;
  /** Ready worded: `statusText(status, language)`. */
  readonly statusText: string;
  readonly changes: readonly Change[];
  readonly lines: readonly StatusMailLine[];
  /** What the order comes to, written as the website shows amounts; null where it is not told. */
  readonly total: { readonly amount: string; readonly includesVat: boolean } | null;
  readonly shipments: readonly StatusMailShipment[];
  /** The order on My page; null where the customer has no approved account. */
  readonly myPageUrl: string | null;
};

/** All that an order status e-mail says; rendering looks at nothing else, so no other order can slip in. */
export type StatusMailModel = {
  readonly language: MailLanguage;
  readonly website: MailWebsite;
  readonly companyName: string;
  readonly customerName: string;
  readonly texts: MailTexts;
  /** Told anew after an uncertain mail: begins with "you may already have received this" (domain.md 9.11). */
  readonly mayHaveReceivedAlready: boolean;
  /** At least one. */
  readonly orders: readonly StatusMailOrder[];
  /** Signed link that stops order status e-mails, or null while none can be honoured. */
  readonly optOutUrl: string | null;
};
