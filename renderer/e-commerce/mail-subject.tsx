import { langOf, subjectOf } from './website-data-words.ts';

/** What a mail is about, in its own language; where its text was removed, the program's words for that. */
export function MailSubject({ mail }: { readonly mail: { readonly subject: string; readonly language: string } }) {
  const words = subjectOf(mail);
  return (
    <span lang={mail.subject === '' ? undefined : langOf(mail.language)} title={words}>
      {words}
    </span>
  );
}
