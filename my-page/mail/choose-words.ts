import { type AccountMailWords, accountMailTexts } from '../../shared/my-page/account-mail-texts.ts';
import type { AccountMailKind, AccountMailSettings } from '../../shared/my-page/protocol.ts';
import { type PageLanguage, pageLanguageFor } from '../pages/labels.ts';

/** What staff wrote for a kind of mail in that language, or in one that its readers share; null where they did not. */
export function ownWords(
  { texts }: Pick<AccountMailSettings, 'texts'>,
  kind: AccountMailKind,
  language: string,
): AccountMailWords | null {
  const ofKind = texts.filter(({ mail }) => mail === kind);
  const known = pageLanguageFor(language);
  return (
    ofKind.find((text) => text.language === language) ??
    ofKind.find((text) => known !== null && pageLanguageFor(text.language) === known) ??
    null
  );
}

/** The built-in text; English for languages that we have no words in. */
export function builtInWords(kind: AccountMailKind, language: string): AccountMailWords {
  const known: PageLanguage = pageLanguageFor(language) ?? 'en';
  return accountMailTexts[known][kind];
}
