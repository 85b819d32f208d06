import { z } from 'zod';
import { rowId } from './fields.ts';
import { programLanguages } from './program-language.ts';

/** How far signing a mailbox in has come. */
export type SignInEvent =
  /** The page for the system's browser. */
  { readonly kind: 'open'; readonly url: string } | { readonly kind: 'signed-in' };

export const signInInput = z.object({ websiteId: rowId, language: z.enum(programLanguages) });
/** An empty one takes the kept one away. */
export const clientSecretInput = z.object({ websiteId: rowId, clientSecret: z.string().trim().max(1000) });

/** What the keychain holds for a website's mail server. */
export type MailSecrets = {
  readonly hasPassword: boolean;
  readonly isSignedIn: boolean;
  readonly hasClientSecret: boolean;
};
