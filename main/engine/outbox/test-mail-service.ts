import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/language.ts';
import type { TestMailResult } from '../../../shared/mail-check.ts';
import type { ProgramLanguage } from '../../../shared/program-language.ts';
import { isMailAddress } from '../contacts/mail-address.ts';
import { freezeMessage } from '../mail/freeze-message.ts';
import { escapeHtml } from '../mail/html.ts';
import { tagOf } from '../mail/wording/mail-language.ts';
import type { OpenCompany } from '../session.ts';
import { isCustomerAddress } from './own-address-store.ts';
import type { OpenFailure } from './send-failure.ts';
import type { SendSettings } from './send-settings-store.ts';
import type { SmtpAccess } from './smtp-access-service.ts';
import { type DeliveryAnswer, openSmtpSession } from './smtp-client.ts';
import type { SmtpLimits } from './smtp-settings.ts';
import { stopCauseOf } from './stop-cause.ts';
import { testMailWords } from './test-mail.ts';

export type TestMailParts = {
  readonly company: Pick<OpenCompany, 'db' | 'context'>;
  readonly settings: SendSettings;
  readonly access: SmtpAccess;
  readonly to: string;
  readonly language: ProgramLanguage;
  readonly limits?: SmtpLimits | undefined;
};

/** In which of the languages of mails the program's own are. */
const mailLanguages = { en: 'en', nb: 'no' } as const satisfies Record<ProgramLanguage, Language>;

/**
 * Sends one mail that is plainly a test to an address of the shop's own. It is no status mail: it stands in no outbox, moves no
 * ledger, and is never sent twice.
 *
 * @throws AppError 'test-mail-to-customer', 'bad-input', 'mail-settings-incomplete', or why no session could be had
 */
export async function sendTestMail(parts: TestMailParts): Promise<TestMailResult> {
  const { company, settings, to, limits } = parts;
  if (!isMailAddress(to)) throw new AppError('bad-input', { field: 'to' });
  if (isCustomerAddress(company.db, to)) throw new AppError('test-mail-to-customer');
  if (settings.smtp.host === '' || !isMailAddress(settings.senderAddress))
    throw new AppError('mail-settings-incomplete');
  const message = await frozenTest(parts);
  const opened = await openSmtpSession(settings.smtp, await parts.access(), { limits });
  if (opened.kind === 'failed') throw openProblem(opened.failure, settings);
  try {
    const from = settings.senderAddress;
    return resultOf(await opened.session.deliver({ from, to, message, beforeBody: async () => {} }));
  } finally {
    await opened.session.close();
  }
}

function frozenTest({ company, settings, to, language }: TestMailParts): Promise<Buffer> {
  const { newUuid, now: date, who } = company.context();
  const { subject, plain } = testMailWords(language, { name: settings.senderName, host: settings.smtp.host, who });
  return freezeMessage({
    randomId: newUuid(),
    senderName: settings.senderName,
    senderAddress: settings.senderAddress,
    replyTo: settings.replyTo,
    toName: '',
    to,
    subject,
    html: htmlOf(plain),
    plain,
    languageTag: tagOf(mailLanguages[language]),
    date,
    optOutUrl: null,
    oneClick: false,
    referencesRandomId: null,
  });
}

function htmlOf(plain: string): string {
  const paragraphs = escapeHtml(plain).trim().split('\n\n');
  return `<!doctype html><html><body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
}

function openProblem(failure: OpenFailure, { smtp, auth }: SendSettings): AppError {
  const code = stopCauseOf(failure, auth) ?? 'mail-server-unreachable';
  return new AppError(code, { host: smtp.host, replyCode: failure.replyCode });
}

function resultOf(answer: DeliveryAnswer): TestMailResult {
  if (answer.kind === 'accepted') return { kind: 'accepted', reply: answer.reply };
  const { failure } = answer;
  switch (failure.at) {
    case 'line-lost-before-body':
      return { kind: 'failed', at: 'line-lost', reply: failure.reply };
    case 'line-lost-after-body-began':
      return { kind: 'failed', at: 'uncertain', reply: '' };
    default:
      return { kind: 'failed', at: failure.at, reply: failure.reply };
  }
}
