import { commonPasswords } from '../accounts/common-passwords.ts';
import { findPasswordFault, type PasswordContext } from '../accounts/password-rules.ts';
import type { Labels } from './labels.ts';

/** What is wrong with a chosen password, in the customer's words, or null. */
export async function passwordFault(
  password: string,
  context: PasswordContext,
  labels: Labels,
): Promise<string | null> {
  const common = await commonPasswords();
  const fault = findPasswordFault(password, context, (folded) => common.has(folded));
  switch (fault) {
    case null:
      return null;
    case 'too-short':
      return labels.passwordTooShort;
    case 'too-long':
      return labels.tooLong;
    case 'common':
      return labels.passwordTooCommon;
    case 'names':
      return labels.passwordIsNames;
  }
}
