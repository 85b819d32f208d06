import { expect } from '@playwright/test';
import type { CaughtMail } from '../../demo/mail-catcher.ts';
import type { MyPageSite } from '../support/my-page-site.ts';

/** The newest mail to an address, once that many have come in all. */
export async function mailTo(site: MyPageSite, address: string, count = 1): Promise<CaughtMail> {
  const arrived = () => site.mails.filter(({ to }) => to === address);
  await expect.poll(() => arrived().length, `mails to ${address}`).toBe(count);
  const newest = arrived().at(-1);
  if (newest === undefined) throw new Error(`No mail came to ${address}`);
  return newest;
}
