import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { CaughtMail } from './mail-catcher.ts';

/** A caught mail as a mail program shows it. */
export type InboxMail = {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  /** My page's own mails are about accounts; status mails come from Get Website Data. */
  readonly sentBy: 'desktop' | 'my-page';
  readonly html: string;
  readonly plain: string;
};

/** Mails that were caught, kept as `.eml` files in a folder. */
export type CaughtMails = {
  /** Writes the exact bytes before the server says that it took them. */
  readonly keep: (mail: CaughtMail) => void;
  /** Newest first. */
  readonly list: () => Promise<readonly InboxMail[]>;
  /** Null when there is none of that id. */
  readonly read: (id: string) => Promise<InboxMail | null>;
};

/** Opens the folder, making it where it is not there. Names hold the time and a number, so that they sort. */
export function openCaughtMails(folder: string, now: () => Date): CaughtMails {
  mkdirSync(folder, { recursive: true });
  const known = new Map<string, InboxMail>();
  let count = idsIn(folder).length;
  const read = async (id: string): Promise<InboxMail> => {
    const mail = known.get(id) ?? (await readMail(folder, id));
    known.set(id, mail);
    return mail;
  };
  return {
    keep: ({ raw }) => {
      count += 1;
      const name = `${now().toISOString().replaceAll(':', '-')}_${String(count).padStart(6, '0')}`;
      writeFileSync(join(folder, `${name}.part`), raw);
      renameSync(join(folder, `${name}.part`), join(folder, `${name}.eml`));
    },
    list: () => Promise.all(idsIn(folder).reverse().map(read)),
    read: async (id) => (idsIn(folder).includes(id) ? read(id) : null),
  };
}

function idsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -'.eml'.length))
    .sort();
}

async function readMail(folder: string, id: string): Promise<InboxMail> {
  const parsed = await simpleParser(readFileSync(join(folder, `${id}.eml`)));
  const to = Array.isArray(parsed.to) ? parsed.to : parsed.to === undefined ? [] : [parsed.to];
  return {
    id,
    at: timeIn(id),
    from: parsed.from?.text ?? '',
    to: to.flatMap(({ value }) => value.map(({ address }) => address ?? '')).join(', '),
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
    sentBy: parsed.headers.has('x-my-page-mail') ? 'my-page' : 'desktop',
    html: parsed.html || '',
    plain: parsed.text ?? '',
  };
}

/** `2026-03-03T10-12-00.000Z_000001` was caught at 2026-03-03T10:12:00.000Z. */
function timeIn(id: string): string {
  return id.replace(/_\d+$/, '').replace(/T(\d\d)-(\d\d)-(\d\d)/, 'T$1:$2:$3');
}
