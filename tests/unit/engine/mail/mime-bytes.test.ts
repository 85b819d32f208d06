import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { mimeBytes } from '../../../../main/engine/mail/mime-bytes.ts';
import { runs } from '../../../support/runs.ts';

/** Lines short and long, with what the encodings and ends of lines turn on. */
const body = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom('', '.', ' ', '=', 'æøå 🎁', '\t')))
  .map((lines) => lines.join('\n').replaceAll('\r', ''));
const file = fc.uint8Array({ maxLength: 4000 }).map((bytes) => Buffer.from(bytes));
const mail = fc.record({
  subject: fc.string({ unit: 'grapheme' }),
  text: body,
  html: body,
  pictures: fc.array(file, { maxLength: 1 }),
  papers: fc.array(file, { maxLength: 2 }),
});

test('gives the very bytes that the library streams, whatever the mail holds', async () => {
  await fc.assert(
    fc.asyncProperty(mail, async ({ subject, text, html, pictures, papers }) => {
      const compile = () =>
        new MailComposer({
          from: { name: 'Fjell & Fjørd', address: 'post@shop.example' },
          to: 'kari@example.com',
          subject,
          text,
          html,
          messageId: '<5f1c2d3e@shop.example>',
          date: new Date('2026-03-03T10:12:00.000Z'),
          attachments: [
            ...pictures.map((content) => ({ content, cid: 'logo', contentDisposition: 'inline' as const })),
            ...papers.map((content, n) => ({ content, filename: `nøte ${n}.pdf`, contentType: 'application/pdf' })),
          ],
          textEncoding: 'quoted-printable',
          newline: 'windows',
          baseBoundary: '5f1c2d3e',
        }).compile();
      expect(mimeBytes(compile()).toString('latin1')).toBe((await compile().build()).toString('latin1'));
    }),
    { numRuns: runs(400) },
  );
});

test('content of another kind is refused rather than sent wrong', () => {
  const streamed = new MailComposer({ to: 'kari@example.com', text: { path: '/nowhere' } }).compile();
  expect(() => mimeBytes(streamed)).toThrow('Not text or bytes');
});
