import { describe, expect, test } from 'vitest';
import { checkAccountMailText } from '../../../../main/engine/mail/account-mail-text.ts';
import { AppError } from '../../../../shared/errors.ts';
import { type AccountMailLanguage, accountMailTexts } from '../../../../shared/my-page/account-mail-texts.ts';
import { type AccountMailKind, accountMailKinds } from '../../../../shared/my-page/protocol.ts';

function faultOf(mail: AccountMailKind, { subject = 'Subject', text = 'Text {{ link }}' }): unknown {
  try {
    checkAccountMailText(mail, { subject, text });
    return 'no fault';
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.details } : error;
  }
}

test.each(Object.keys(accountMailTexts) as AccountMailLanguage[])(
  'every built-in text in %s could have been written by staff',
  (language) => {
    for (const mail of accountMailKinds) {
      expect(() => checkAccountMailText(mail, accountMailTexts[language][mail]), mail).not.toThrow();
    }
  },
);

describe('a faulty text says what and where', () => {
  test.each([
    [{ text: 'Hello\n{{ navn }}\n{{ link }}' }, 'text', 'unknown-placeholder', 2],
    [{ subject: '{{ customer_name }}' }, 'subject', 'unknown-placeholder', 1],
    [{ text: '{{ link }}\n\n{{ name' }, 'text', 'syntax', 3],
    [{ text: '{{ link }}{% for a in name %}x{% endfor %}' }, 'text', 'unknown-tag', 1],
    [{ text: '{{ link }}\n{{ name | append }}' }, 'text', 'syntax', 2],
    [{ text: '{{ link | date }}' }, 'text', 'unknown-filter', 1],
    [{ subject: ' \n' }, 'subject', 'empty-subject', 1],
    [{ text: ' \n\n ' }, 'text', 'empty-text', 1],
  ])('%j', (given, place, reason, line) => {
    expect(faultOf('invitation', given)).toMatchObject({ code: 'text-faulty', place, reason, line });
  });
});

describe('a mail that is of no use without the link shows it to the customer', () => {
  test.each([
    'Choose a password.',
    '{% comment %}{{ link }}{% endcomment %}',
    '{% if link %}It is ready.{% endif %}',
    '{{ link | upcase }}',
    '{% if order %}{{ link }}{% endif %}',
  ])('%s', (text) => {
    expect(faultOf('reset', { text })).toMatchObject({ place: 'text', reason: 'missing-link' });
    expect(faultOf('declined', { text })).toBe('no fault');
  });

  test('a guest’s mail names an order, so its text may ask for one', () => {
    expect(faultOf('guest-order', { text: '{% if order %}{{ order }}: {{ link }}{% endif %}' })).toBe('no fault');
  });
});
