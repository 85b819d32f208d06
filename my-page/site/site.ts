import type { Logger } from 'pino';
import type { Store } from '../db/store.ts';
import type { MailSender } from '../mail/mail-sender-service.ts';
import type { SecretBox } from './secret-box.ts';

/** What every route needs to know of the site it runs in. */
export type Site = {
  readonly store: Store;
  readonly now: () => Date;
  /** The address customers use, without a slash at the end. Known once the server listens. */
  readonly publicUrl: () => string;
  /** Cookies only over HTTPS, and HSTS. */
  readonly isSecure: boolean;
  /** Signs form tokens; one for all instances of the site. */
  readonly formSecret: string;
  /** Signs opt-out links; the desktop fetches it. */
  readonly optOutSecret: string;
  /** Seals what the site must be able to read again. */
  readonly secretBox: SecretBox;
  /** Signs the cookie by which a browser shows that it has logged in to an account before. */
  readonly deviceSecret: string;
  /** Sends what stands in the outbox. */
  readonly mails: MailSender;
  readonly log: Logger;
};
