import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounceIn, isReportType } from '../../../../main/engine/outbox/bounce-in.ts';
import {
  absenceNote,
  type BouncedMail,
  customerReply,
  eximBounce,
  gmailBounce,
  microsoftBounce,
  oldEximBounce,
  postfixBounce,
  qmailBounce,
  readReceipt,
} from '../../../support/bounces.ts';
import { casesOf } from '../../../support/fuzz.ts';

const messageId = '<0198c0de-1111-7000-8000-000000000001@fjell.example>';
const kari = 'kari@customer.example';
const mail: BouncedMail = { messageId, to: kari };
const read = (source: string) => bounceIn(Buffer.from(source));

describe('a bounce is read from what mail servers write', () => {
  it.each([
    ['Postfix', postfixBounce(mail), kari, '5.1.1', `550 5.1.1 <${kari}>: Recipient address rejected: User unknown`],
    [
      'Microsoft 365',
      microsoftBounce(mail),
      '',
      '5.1.10',
      `550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${kari} not found by SMTP address lookup`,
    ],
    [
      'Gmail',
      gmailBounce(mail),
      '',
      '5.1.1',
      '550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking ' +
        "the recipient's email address for typos or 550 5.1.1 unnecessary spaces. - gsmtp",
    ],
    [
      'Exim, whose status says no more than "failed"',
      eximBounce(mail),
      '',
      '5.1.1',
      `550 5.1.1 <${kari}>... User unknown`,
    ],
  ])('%s', (_server, source, originalAddress, code, words) => {
    expect(read(source)).toEqual({ messageId, recipients: [{ finalAddress: kari, originalAddress, code, words }] });
  });

  it('with line ends of any kind', () => {
    expect(read(postfixBounce(mail).replaceAll('\r\n', '\n'))).toEqual(read(postfixBounce(mail)));
  });

  it('when all of the mail behind its header is cut off', () => {
    const source = gmailBounce(mail);
    expect(read(source.slice(0, source.indexOf('Subject: News')))).toEqual(read(source));
  });

  it('when its status part is encoded', () => {
    const [before = '', status = '', after = ''] = splitStatus(postfixBounce(mail));
    const encoded = (encoding: string, content: string) =>
      `${before}Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n${after}`;
    const base64 = Buffer.from(status)
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\r\n');
    expect(read(encoded('BASE64', base64))).toEqual(read(postfixBounce(mail)));
    expect(read(encoded('quoted-printable', status.replaceAll('failed', 'f=61i=\r\nled')))).toEqual(
      read(postfixBounce(mail)),
    );
  });

  it('with international words and addresses (RFC 6533)', () => {
    const source = postfixBounce({
      ...mail,
      finalRecipient: `utf-8; <${kari}>`,
      words: '550 5.1.1 Ukjent mottaker på «kunde»',
    })
      .replace('message/delivery-status', 'message/global-delivery-status')
      .replace('text/rfc822-headers', 'message/global-headers');
    expect(read(source)?.recipients).toMatchObject([
      { finalAddress: kari, words: '550 5.1.1 Ukjent mottaker på «kunde»' },
    ]);
  });

  it('every recipient that failed, and none that did not', () => {
    const lars =
      'Final-Recipient: rfc822; lars@customer.example\r\nAction: failed (for good)\r\nStatus: 5.2.2 (full)\r\n\r\n';
    const ola = 'Final-Recipient: rfc822; ola@customer.example\r\nAction: relayed\r\nStatus: 5.0.0\r\n\r\n';
    const source = postfixBounce(mail).replace('Final-Recipient', `${lars}${ola}Final-Recipient`);
    expect(read(source)?.recipients.map(({ finalAddress, code }) => [finalAddress, code])).toEqual([
      ['lars@customer.example', '5.2.2'],
      [kari, '5.1.1'],
    ]);
  });

  it('words are one line without signs that do strange things, and not endless', () => {
    const words = `550 5.1.1 no \u001b[31m\u202esuch\u0000 ${'x'.repeat(2000)}`;
    const [recipient] = read(postfixBounce({ ...mail, words }))?.recipients ?? [];
    expect(recipient?.words).toMatch(/^550 5\.1\.1 no \[31m such x+$/);
    expect(recipient?.words).toHaveLength(500);
  });

  it('a mail that a server tried in vain until its time was over, though its status is that of a try', () => {
    expect(
      read(postfixBounce({ ...mail, code: '4.4.1', words: 'connect: Connection timed out' }))?.recipients,
    ).toMatchObject([{ code: '4.4.1', words: '4.4.1 connect: Connection timed out' }]);
  });

  it('words that do not name the code are led in by it', () => {
    expect(read(postfixBounce({ ...mail, words: 'unknown user' }))?.recipients).toMatchObject([
      { words: '5.1.1 unknown user' },
    ]);
  });
});

function splitStatus(source: string): readonly string[] {
  const [before = '', rest = ''] = source.split('Content-Type: message/delivery-status\r\n\r\n');
  const end = rest.indexOf('--4C1F2');
  return [before, rest.slice(0, end), rest.slice(end)];
}

describe('which mail came back', () => {
  const withoutReturned = (source: string) =>
    source.replace(/--4C1F2\S*\r\nContent-Description: Undelivered[\s\S]*?(?=--4C1F2\S*--)/, '');

  it('the Message-ID of the returned header, not those it refers to', () => {
    expect(read(postfixBounce(mail))?.messageId).toBe(messageId);
  });

  it('where nothing came back, what the report answers', () => {
    const bare = withoutReturned(postfixBounce(mail));
    expect(read(bare)).toBeNull();
    expect(read(`In-Reply-To: ${messageId}\r\n${bare}`)?.messageId).toBe(messageId);
    expect(read(`References: <older@fjell.example>\r\n ${messageId}\r\n${bare}`)?.messageId).toBe(messageId);
  });

  it('what came back counts, whatever the report claims to answer', () => {
    expect(read(`In-Reply-To: <other@fjell.example>\r\n${postfixBounce(mail)}`)?.messageId).toBe(messageId);
  });
});

describe('no bounce', () => {
  it.each([
    ['a mail that is still tried', postfixBounce({ ...mail, action: 'delayed', code: '4.4.1' })],
    ['"delayed" with a status of its own mind', postfixBounce({ ...mail, action: 'delayed' })],
    ['a mail that was delivered', postfixBounce({ ...mail, action: 'delivered', code: '2.0.0' })],
    ['a mail that was passed on', postfixBounce({ ...mail, action: 'relayed' })],
    ['a status that is none', postfixBounce({ ...mail, code: '5.1' })],
    ['prose of an old Exim', oldEximBounce(mail)],
    ['prose of qmail', qmailBounce(mail)],
    ['an absence note', absenceNote(mail)],
    ["a customer's answer that encloses one", customerReply(mail)],
    ['a read receipt', readReceipt(mail)],
    ['a report without a status part', postfixBounce(mail).replace('message/delivery-status', 'text/plain')],
    ['a status part in another multipart', postfixBounce(mail).replace('multipart/report', 'multipart/mixed')],
    [
      'a report of another kind',
      postfixBounce(mail).replace('report-type=delivery-status', 'report-type=feedback-report'),
    ],
    ['a Message-ID that is none', postfixBounce({ ...mail, messageId: 'kari' })],
    ['nothing', ''],
  ])('%s', (_name, source) => {
    expect(read(source)).toBeNull();
  });
});

describe('whatever the bytes', () => {
  const bounces = [postfixBounce, microsoftBounce, gmailBounce, eximBounce].map((write) => write(mail));

  it('random ones are no bounce and harm nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000, size: 'max' }), (bytes) => bounceIn(Buffer.from(bytes)) === null),
      casesOf('bounces', { slice: 500, ofAMillion: 120_000 }),
    );
  });

  it('headers and parts thrown together harm nothing', () => {
    const piece = fc.constantFrom(
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n',
      'Content-Type: message/delivery-status\r\n',
      'Content-Type: message/rfc822\r\n',
      'Content-Transfer-Encoding: base64\r\n',
      '--b\r\n',
      '--b--\r\n',
      '\r\n',
      'Action: failed\r\n',
      'Status: 5.1.1\r\n',
      `Message-ID: ${messageId}\r\n`,
      ' folded\r\n',
      ';=";\\',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60, size: 'max' }), (pieces) => {
        const bounce = read(pieces.join(''));
        return bounce === null || (/^multipart\/report/.test(typeIn(pieces)) && bounce.recipients.length > 0);
      }),
      casesOf('bounces', { slice: 1_000, ofAMillion: 70_000 }),
    );
  });

  it('a real one with bytes changed or missing is a bounce with a final code, or none', () => {
    const change = fc.record({ at: fc.nat(), with: fc.string({ maxLength: 3 }), length: fc.nat(40) });
    fc.assert(
      fc.property(fc.constantFrom(...bounces), fc.array(change, { maxLength: 3 }), (source, changes) => {
        const changed = changes.reduce((text, { at, with: sign, length }) => {
          const from = at % text.length;
          return text.slice(0, from) + sign + text.slice(from + length);
        }, source);
        const bounce = read(changed);
        expect(bounce?.recipients.every(({ code, words }) => /^5\./.test(code) && words.length <= 500) ?? true).toBe(
          true,
        );
      }),
      casesOf('bounces', { slice: 2_000, ofAMillion: 50_000 }),
    );
  });

  it.each([
    ['spaces', ' '],
    ['line ends', '\n'],
    ['semicolons', '; a='],
    ['quotes', '"\\'],
    ['angle brackets', '<'],
    ['boundaries', '\n--b'],
    ['fields', '\nAction: failed'],
  ])('a quarter megabyte of %s takes no time', (_name, sign) => {
    const filler = sign.repeat(262_144 / sign.length);
    const before = process.cpuUsage();
    for (const at of ['Action: failed', 'Diagnostic-Code: smtp;', 'Message-ID: ', 'boundary=']) {
      const [before = '', after = ''] = postfixBounce(mail).split(at);
      read(`${before}${at}${filler}${after}`);
    }
    read(`Content-Type: multipart/report; boundary=b${filler}`);
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(2_000_000);
  });
});

function typeIn(pieces: readonly string[]): string {
  const first = pieces.find((piece) => piece.startsWith('Content-Type'));
  return first?.slice('Content-Type: '.length) ?? '';
}

it('only reports of a delivery are fetched at all', () => {
  expect(isReportType('Multipart/Report; boundary=b; report-type="delivery-status"')).toBe(true);
  expect(isReportType('multipart/report; boundary=b')).toBe(true);
  expect(isReportType('multipart/report; report-type=disposition-notification')).toBe(false);
  expect(isReportType('multipart/mixed')).toBe(false);
  expect(isReportType(undefined)).toBe(false);
});
