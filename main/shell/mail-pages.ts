import { randomUUID } from 'node:crypto';

/** More than all windows together show at a time. */
const mostPages = 100;

/**
 * The mails that windows show, each at an address of its own. So a mail has a policy of its own, with its inline styles and
 * nothing else, and the window needs none that allows them.
 */
export function keepMailPages() {
  const pages = new Map<string, string>();
  return {
    /** Answers the name under which the mail is read. */
    add(html: string): string {
      const name = randomUUID();
      pages.set(name, html);
      const [oldest] = pages.keys();
      if (pages.size > mostPages && oldest !== undefined) pages.delete(oldest);
      return name;
    },
    /** Null for a mail that was never shown, or long ago. */
    read: (name: string): string | null => pages.get(name) ?? null,
  };
}

export type MailPages = ReturnType<typeof keepMailPages>;
