import { Secret, TOTP } from 'otpauth';
import type { Visitor } from './my-page-visitor.ts';

/** What the customer has after turning the second factor on. */
export type CodeApp = {
  /** The code the app shows at that moment. */
  readonly codeAt: (now: Date) => string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
};

const paths = { start: '/settings/second-factor', confirm: '/settings/second-factor/confirm' };

/** An authenticator with the secret that a page shows. @throws Error when it shows none. */
export function readCodeApp(page: string): Omit<CodeApp, 'recoveryCodes'> {
  const secret = /href="otpauth:\/\/totp\/[^"]*secret=([A-Z2-7]+)/.exec(page)?.[1];
  if (secret === undefined) throw new Error('The page shows no secret');
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return { secret, codeAt: (now) => totp.generate({ timestamp: now.getTime() }) };
}

export function recoveryCodesIn(page: string): readonly string[] {
  return [...page.matchAll(/<li>([0-9a-z]{5}-[0-9a-z]{5})<\/li>/g)].map(([, code = '']) => code);
}

/** Turns the second factor on as a customer does. @throws Error when it does not end with recovery codes. */
export async function turnOnSecondFactor(visitor: Visitor, password: string, now: Date): Promise<CodeApp> {
  await visitor.submit(paths.start, paths.start, { password });
  const app = readCodeApp((await visitor.get(paths.confirm)).text);
  const reply = await visitor.submit(paths.confirm, paths.confirm, { code: app.codeAt(now) });
  const recoveryCodes = recoveryCodesIn(reply.text);
  if (recoveryCodes.length === 0) throw new Error(`No recovery codes: ${reply.status}`);
  return { ...app, recoveryCodes };
}
