import type { CaughtMail } from '../../demo/mail-catcher.ts';

const patienceMs = 15_000;

/** The mails of a test, for those who wait for one. */
export class MailBox {
  readonly mails: CaughtMail[] = [];
  private readonly waiting = new Set<() => void>();

  /** For the mail server: takes a mail in. */
  readonly keep = (mail: CaughtMail): void => {
    this.mails.push(mail);
    for (const look of [...this.waiting]) look();
  };

  /** Mails to an address whose subject is about that, oldest first. */
  mailsTo(address: string, about = /./): readonly CaughtMail[] {
    return this.mails.filter(({ to, parsed }) => to === address && about.test(parsed.subject ?? ''));
  }

  /** The `count`th of those, as soon as it is there. @throws Error when it does not come */
  async mailTo(address: string, about = /./, count = 1): Promise<CaughtMail> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const mail = this.mailsTo(address, about)[count - 1];
        if (mail === undefined) return;
        this.waiting.delete(look);
        clearTimeout(timer);
        resolve(mail);
      };
      const timer = setTimeout(() => {
        this.waiting.delete(look);
        const subjects = this.mailsTo(address).map(({ parsed }) => parsed.subject);
        reject(new Error(`No mail ${about} to ${address}, only: ${subjects.join(' | ')}`));
      }, patienceMs);
      this.waiting.add(look);
      look();
    });
  }
}
