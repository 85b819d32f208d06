/** Which mail came back, and how; what does not matter is filled in. */
export type BouncedMail = {
  /** With its angle brackets. */
  readonly messageId: string;
  readonly to: string;
  readonly code?: string;
  readonly words?: string;
  readonly action?: string;
  readonly originalRecipient?: string;
  readonly finalRecipient?: string;
};

const lines = (...parts: readonly string[]) => parts.join('\r\n');

/** Where a mail server answers the envelope's sender; what comes after Content-Type is of the server. */
function head(from: string, subject: string, type: readonly string[], more: readonly string[] = []): string {
  return lines(
    'Return-Path: <>',
    `From: ${from}`,
    'To: post@fjell.example',
    `Subject: ${subject}`,
    'Date: Tue, 3 Mar 2026 10:00:00 +0000',
    ...more,
    'MIME-Version: 1.0',
    ...type,
    '',
    '',
  );
}

function returnedHeader({ messageId, to }: BouncedMail): readonly string[] {
  return [
    'From: Fjellbutikken <post@fjell.example>',
    `To: ${to}`,
    'References: <0198c0de-9999-7000-8000-000000000099@fjell.example>',
    `Message-ID: ${messageId}`,
    'Subject: News about your order W-1',
  ];
}

/** Postfix: the header alone comes back, as text/rfc822-headers. */
export function postfixBounce(mail: BouncedMail): string {
  const { to, code = '5.1.1', words = `550 ${code} <${to}>: Recipient address rejected: User unknown` } = mail;
  const { action = 'failed', originalRecipient = `rfc822;${to}`, finalRecipient = `rfc822; ${to}` } = mail;
  return lines(
    `${head(
      'MAILER-DAEMON@mx.customer.example (Mail Delivery System)',
      'Undelivered Mail Returned to Sender',
      [
        'Content-Type: multipart/report; report-type=delivery-status;',
        '\tboundary="4C1F2.1772532000/mx.customer.example"',
      ],
      ['Auto-Submitted: auto-replied'],
    )}This is a MIME-encapsulated message.`,
    '',
    '--4C1F2.1772532000/mx.customer.example',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--4C1F2.1772532000/mx.customer.example',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.customer.example',
    'X-Postfix-Queue-ID: 4C1F2',
    'Arrival-Date: Tue,  3 Mar 2026 09:59:58 +0000 (UTC)',
    '',
    `Final-Recipient: ${finalRecipient}`,
    ...(originalRecipient === '' ? [] : [`Original-Recipient: ${originalRecipient}`]),
    `Action: ${action}`,
    `Status: ${code}`,
    'Remote-MTA: dns; mail.customer.example',
    `Diagnostic-Code: smtp; ${words}`,
    '',
    '--4C1F2.1772532000/mx.customer.example',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    ...returnedHeader(mail),
    '',
    '--4C1F2.1772532000/mx.customer.example--',
    '',
  );
}

/** Microsoft 365: HTML for people, no Original-Recipient, the whole mail comes back. */
export function microsoftBounce(mail: BouncedMail): string {
  const { to, code = '5.1.10' } = mail;
  return lines(
    `${head(
      'Microsoft Outlook <MicrosoftExchange329e@fjell.example>',
      'Undeliverable: News about your order W-1',
      ['Content-Type: multipart/report; report-type=delivery-status;', ' boundary="b1_NDR"'],
      ['Auto-Submitted: auto-generated', `In-Reply-To: ${mail.messageId}`, `References: ${mail.messageId}`],
    )}--b1_NDR`,
    'Content-Type: multipart/alternative; differences=Content-Type;',
    ' boundary="b2_NDR"',
    '',
    '--b2_NDR',
    'Content-Type: text/plain; charset="us-ascii"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `${to} wasn't found at customer.example.`,
    '',
    '--b2_NDR--',
    '--b1_NDR',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns;AM0PR01MB1234.eurprd01.prod.exchangelabs.com',
    'Received-From-MTA: dns;mail.fjell.example',
    '',
    `Final-Recipient: rfc822;${to}`,
    'Action: failed',
    `Status: ${code}`,
    `Diagnostic-Code: smtp;550 ${code} RESOLVER.ADR.RecipientNotFound; Recipient ${to} not`,
    ' found by SMTP address lookup',
    'X-Display-Name: Kari Nordmann',
    '',
    '',
    '--b1_NDR',
    'Content-Type: message/rfc822',
    '',
    ...returnedHeader(mail),
    'MIME-Version: 1.0',
    'Content-Type: text/plain',
    '',
    'Your order has been picked.',
    '',
    '--b1_NDR--',
    '',
  );
}

/** Gmail: related pictures first, a reply of several lines. */
export function gmailBounce(mail: BouncedMail): string {
  const { to, code = '5.1.1' } = mail;
  return lines(
    `${head(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      ['Content-Type: multipart/report; boundary="00000000000051f9f80635"; report-type=delivery-status'],
      ['Auto-Submitted: auto-replied', `X-Failed-Recipients: ${to}`],
    )}--00000000000051f9f80635`,
    'Content-Type: multipart/related; boundary="0000000000005207c40635"',
    '',
    '--0000000000005207c40635',
    'Content-Type: text/plain; charset="UTF-8"',
    '',
    '** Address not found **',
    '',
    '--0000000000005207c40635--',
    '--00000000000051f9f80635',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; googlemail.com',
    'Arrival-Date: Tue, 03 Mar 2026 01:59:58 -0800 (PST)',
    'X-Original-Message-ID: <other@fjell.example>',
    '',
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    `Status: ${code}`,
    'Remote-MTA: dns; gmail-smtp-in.l.google.com. (142.250.102.27, the server for',
    ' the domain gmail.com.)',
    `Diagnostic-Code: smtp; 550-${code} The email account that you tried to reach does not exist. Please try`,
    ` 550-${code} double-checking the recipient's email address for typos or`,
    ` 550 ${code} unnecessary spaces. - gsmtp`,
    'Last-Attempt-Date: Tue, 03 Mar 2026 01:59:59 -0800 (PST)',
    '',
    '--00000000000051f9f80635',
    'Content-Type: message/rfc822',
    '',
    ...returnedHeader(mail),
    '',
    'Your order has been picked.',
    '',
    '--00000000000051f9f80635--',
    '',
  );
}

/** Exim since 4.86. */
export function eximBounce(mail: BouncedMail): string {
  const { to } = mail;
  return lines(
    `${head(
      'Mail Delivery System <Mailer-Daemon@host.example>',
      'Mail delivery failed: returning message to sender',
      ['Content-Type: multipart/report; report-type=delivery-status; boundary=1772532000-eximdsn-1'],
      ['Auto-Submitted: auto-replied', `X-Failed-Recipients: ${to}`, `References: ${mail.messageId}`],
    )}--1772532000-eximdsn-1`,
    'Content-type: text/plain; charset=us-ascii',
    '',
    'This message was created automatically by mail delivery software.',
    '',
    '--1772532000-eximdsn-1',
    'Content-type: message/delivery-status',
    '',
    'Reporting-MTA: dns; host.example',
    '',
    'Action: failed',
    `Final-Recipient: rfc822;${to}`,
    'Status: 5.0.0',
    'Remote-MTA: dns; mx.customer.example',
    `Diagnostic-Code: smtp; 550 5.1.1 <${to}>... User unknown`,
    '',
    '--1772532000-eximdsn-1',
    'Content-type: message/rfc822',
    '',
    ...returnedHeader(mail),
    '',
    '--1772532000-eximdsn-1--',
    '',
  );
}

/** Exim before that: prose, the mail quoted below it. */
export function oldEximBounce({ messageId, to }: BouncedMail): string {
  return lines(
    `${head(
      'Mail Delivery System <Mailer-Daemon@host.example>',
      'Mail delivery failed: returning message to sender',
      ['Content-Type: text/plain; charset=us-ascii'],
      ['Auto-Submitted: auto-replied', `X-Failed-Recipients: ${to}`],
    )}A message that you sent could not be delivered to one or more of its recipients.`,
    'This is a permanent error. The following address(es) failed:',
    '',
    `  ${to}`,
    '    550 5.1.1 User unknown',
    '',
    '------ This is a copy of the message, including all the headers. ------',
    '',
    ...returnedHeader({ messageId, to }),
    '',
  );
}

/** qmail's own format (QSBMF): prose. */
export function qmailBounce({ messageId, to }: BouncedMail): string {
  return lines(
    `${head('MAILER-DAEMON@host.example', 'failure notice', [])}Hi. This is the qmail-send program at host.example.`,
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    "This is a permanent error; I've given up. Sorry it didn't work out.",
    '',
    `<${to}>:`,
    'Sorry, no mailbox here by that name. (#5.1.1)',
    '',
    '--- Below this line is a copy of the message.',
    '',
    ...returnedHeader({ messageId, to }),
    '',
  );
}

/** A person who is away; names the mail it answers. */
export function absenceNote({ messageId, to }: BouncedMail): string {
  return lines(
    `${head(
      to,
      'Automatic reply: News about your order W-1',
      ['Content-Type: text/plain; charset=utf-8'],
      ['Auto-Submitted: auto-replied', `In-Reply-To: ${messageId}`, `References: ${messageId}`],
    )}I am away until Monday. Status: 5.1.1`,
    '',
  );
}

/** A customer who answers and quotes the bounce that a colleague forwarded. */
export function customerReply(mail: BouncedMail): string {
  return lines(
    `${head(
      mail.to,
      'Re: News about your order W-1',
      ['Content-Type: multipart/mixed; boundary="reply"'],
      [`In-Reply-To: ${mail.messageId}`],
    )}--reply`,
    'Content-Type: text/plain',
    '',
    'Where is my parcel? See below.',
    '--reply',
    'Content-Type: message/rfc822',
    '',
    postfixBounce(mail),
    '--reply--',
    '',
  );
}

/** The mail was shown (RFC 8098): a report, and of no failure. */
export function readReceipt({ messageId, to }: BouncedMail): string {
  return lines(
    `${head(to, 'Read: News about your order W-1', [
      'Content-Type: multipart/report; report-type=disposition-notification; boundary="mdn"',
    ])}--mdn`,
    'Content-Type: message/disposition-notification',
    '',
    `Final-Recipient: rfc822;${to}`,
    `Original-Message-ID: ${messageId}`,
    'Disposition: manual-action/MDN-sent-manually; displayed',
    '--mdn--',
    '',
  );
}
