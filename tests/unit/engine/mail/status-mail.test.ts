import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInMailTexts, parseMailTexts } from '../../../../main/engine/mail/mail-texts.ts';
import { sampleChanges, sampleMails, sampleModel, sampleOrder } from '../../../../main/engine/mail/sample-mails.ts';
import { renderStatusMail } from '../../../../main/engine/mail/status-mail.ts';
import { logoSize } from '../../../../main/engine/mail/status-mail-html.ts';
import type { StatusMailModel, StatusMailOrder } from '../../../../main/engine/mail/status-mail-model.ts';
import { tagOf } from '../../../../main/engine/mail/wording/mail-language.ts';
import { sentenceFor } from '../../../../main/engine/mail/wording/sentence-for.ts';
import type { Change } from '../../../../shared/change.ts';
import { languages } from '../../../../shared/language.ts';

const samples = languages.flatMap((language) => sampleMails(language).map((sample) => ({ ...sample, language })));

describe('every sample mail', () => {
  test.each(samples)('$language: $name says the same in HTML and in text', ({ model }) => {
    const { html, plain, subject } = renderStatusMail(model);
    const shown = textOf(html);
    for (const order of model.orders) {
      for (const told of order.changes) {
        const sentence = sentenceFor(told, model);
        expect(plain).toContain(sentence);
        expect(shown).toContain(sentence);
      }
      for (const words of [order.webOrderNo, order.statusText, ...order.lines.map((line) => line.productNo)]) {
        expect(plain).toContain(words);
        expect(shown).toContain(words);
      }
      if (order.myPageUrl !== null)
        expect([plain, html].every((part) => part.includes(order.myPageUrl ?? ''))).toBe(true);
      expect(subject).toContain(order.webOrderNo);
    }
    expect(`${subject}${plain}${shown}`).not.toMatch(/\b(undefined|null|NaN)\b|\[object|\{\{|\{%/);
  });

  test.each(samples)('$language: $name can be read aloud: language, layout tables, heads with scope', ({ model }) => {
    const { html } = renderStatusMail(model);
    expect(html).toContain(`<html lang="${tagOf(model.language)}">`);
    for (const [table] of html.matchAll(/<table[^>]*>(?!\s*<caption)/g)) expect(table).toContain('role="presentation"');
    for (const [head] of html.matchAll(/<th\b[^>]*>/g)) expect(head).toMatch(/scope="(col|rowgroup)"/);
    expect(html.match(/<table/g)?.length).toBe(html.match(/<\/table>/g)?.length);
  });
});

describe('plain text as customers get it', () => {
  const golden = samples.filter(({ name }) => /three changes|three orders|told anew/.test(name));
  test.each(golden)('$language: $name', async ({ name, language, model }) => {
    const { subject, plain } = renderStatusMail(model);
    await expect(`Subject: ${subject}\n\n${plain}`).toMatchFileSnapshot(
      `golden/${language}-${name.replace(/\W+/g, '-')}.txt`,
    );
  });
});

test('a mail of three orders stays small, one of forty lines below what Gmail cuts off', () => {
  for (const { name, model } of samples) {
    const size = Buffer.byteLength(renderStatusMail(model).html);
    expect(size).toBeLessThan(name.startsWith('forty') ? 100_000 : 40_000);
  }
});

test('told anew begins with "you may already have received this", in both parts', () => {
  const model = { ...sampleModel('en', [sampleOrder('en', 'W-1', [])]), mayHaveReceivedAlready: true };
  const { html, plain } = renderStatusMail(model);
  expect(plain).toMatch(/^You may already have received this/);
  expect(textOf(html).indexOf('You may already')).toBeLessThan(textOf(html).indexOf('Hello Kari'));
  expect(renderStatusMail({ ...model, mayHaveReceivedAlready: false }).plain).not.toContain('already');
});

test('without My page and opt-out there are no links to them', () => {
  const order = { ...sampleOrder('en', 'W-1', []), myPageUrl: null };
  const { html, plain } = renderStatusMail({ ...sampleModel('en', [order]), optOutUrl: null });
  for (const part of [html, plain]) expect(part).not.toMatch(/My page|opt-out|Stop e-mails/);
});

test('a link that is no web address is left out', () => {
  const told: Change = {
    kind: 'shipment',
    rule: 4,
    moves: [],
    from: null,
    to: { carrier: 'Bring', shippingNo: '1' },
    trackingUrl: 'javascript:alert(1)',
  };
  const order = { ...sampleOrder('en', 'W-1', [told]), myPageUrl: 'javascript:alert(2)', shipments: [] };
  const { html, plain } = renderStatusMail(sampleModel('en', [order]));
  expect(`${html}${plain}`).not.toContain('javascript');
});

test('the link to My page in a text by staff becomes a link, their HTML does not', () => {
  const texts = parseMailTexts({ ...builtInMailTexts('en'), above: 'See {{ my_page_link }} now <b>bold</b>' });
  const { html } = renderStatusMail({ ...sampleModel('en', [sampleOrder('en', 'W-1', [])]), texts });
  expect(html).toContain('See <a class="link" href="https://fjellogfjord.example/my-page/orders/W-1">');
  expect(html).toContain('&lt;b&gt;bold&lt;/b&gt;');
});

test('the total says whether VAT is in it, and is left out where there is none', () => {
  const rendered = (total: StatusMailOrder['total']) =>
    renderStatusMail(sampleModel('en', [{ ...sampleOrder('en', 'W-1', []), total }]));
  for (const part of ['html', 'plain'] as const) {
    expect(rendered({ amount: '12 kr', includesVat: true })[part]).toContain('Order total: 12 kr incl. VAT');
    expect(rendered({ amount: '12 kr', includesVat: false })[part]).toContain('Order total: 12 kr excl. VAT');
    expect(rendered(null)[part]).not.toContain('total');
  }
});

describe('the logo', () => {
  const logo = { type: 'image/png', base64: 'AAAA', widthPx: 960, heightPx: 96 } as const;
  const withLogo = (name: string) => {
    const model = sampleModel('en', [sampleOrder('en', 'W-1', [])]);
    return renderStatusMail({ ...model, website: { ...model.website, name, logo } });
  };

  test('stands in the head with the name of the website as its words, and links to the shop', () => {
    const { html, plain } = withLogo('Fjell & "Fjord"');
    expect(html).toMatch(
      /<a href="https:\/\/fjellogfjord.example\/"[^>]*><img src="data:image\/png;base64,AAAA" alt="Fjell &amp; &quot;Fjord&quot;" width="240" height="24"/,
    );
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(plain).not.toContain('AAAA');
  });

  test.each([
    [960, 96, 240, 24],
    [100, 100, 48, 48],
    [20, 10, 20, 10],
    [4000, 1, 240, 1],
  ])('of %i x %i is shown as %i x %i', (widthPx, heightPx, width, height) => {
    expect(logoSize({ widthPx, heightPx })).toEqual({ width, height });
  });
});

/** Text that tries to leave its place. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('<script>', '</td>', '"', "'", '&', '<!--', '-->', ']]>', '\r\n', '\u0000', '\u202e', '{{', '%}'),
      fc.constantFrom('" onload="x', '</style>', '\r\n.\r\n', 'From ', '=3D', '😀', 'Ærlig', '\ud800'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => `x${parts.join('')}`);

test('no input changes what the HTML is made of, or breaks a line of the text', () => {
  const harmless = renderStatusMail(modelOf(() => 'x'));
  fc.assert(
    fc.property(fc.infiniteStream(hostile), (stream) => {
      const { html, plain, subject } = renderStatusMail(modelOf(() => stream.next().value ?? 'x'));
      expect(elementsOf(html)).toEqual(elementsOf(harmless.html));
      expect(plain.split('\n')).toHaveLength(harmless.plain.split('\n').length);
      expect(`${plain}${subject}`).not.toMatch(/[^\n\P{Cc}]|\u202e/u);
      expect(subject).not.toContain('\n');
    }),
  );
});

test('nothing of one mail is ever in another', () => {
  const token = fc.stringMatching(/^[A-Z]{12}$/);
  fc.assert(
    fc.property(token, token, (one, other) => {
      fc.pre(one !== other);
      const first = renderStatusMail(modelOf(() => one));
      const second = renderStatusMail(modelOf(() => other));
      expect(JSON.stringify(second)).not.toContain(one);
      expect(JSON.stringify(first)).not.toContain(other);
      expect(renderStatusMail(modelOf(() => one))).toEqual(first);
    }),
  );
});

test('names of 100 kB are cut, the mail stays whole', () => {
  const { html, plain, subject } = renderStatusMail(modelOf(() => 'n'.repeat(100_000)));
  expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  expect(plain.length).toBeLessThan(20_000);
  expect(subject.length).toBeLessThan(1000);
});

/** A model of a fixed shape in which every free text is drawn. */
function modelOf(draw: () => string): StatusMailModel {
  const jacket = { lineId: 1, description: draw(), unit: `${draw()}u`, moves: [] };
  const changes: Change[] = [
    { ...jacket, kind: 'back-in-stock', rule: 7 },
    { kind: 'credited', rule: 1, moves: [], creditNoteNo: draw(), isInPart: false },
    { kind: 'back-order-made', rule: 1, moves: [], backOrderNo: draw() },
    ...Object.values(sampleChanges).flatMap((told) =>
      told.kind === 'line-quantity' ? [{ ...told, description: draw(), unit: `${draw()}u` }] : [],
    ),
  ];
  const order = sampleOrder('en', `W${draw()}`, [...changes]);
  return {
    ...sampleModel('en', [
      {
        ...order,
        statusText: draw(),
        total: { amount: draw(), includesVat: true },
        lines: order.lines.map((line) => ({ ...line, description: draw(), productNo: draw(), unit: draw() })),
        shipments: [{ carrier: draw(), shippingNo: draw(), trackingUrl: `https://t.example/${draw().slice(0, 50)}` }],
        myPageUrl: `https://shop.example/${encodeURIComponent(draw().slice(0, 50).toWellFormed())}`,
      },
    ]),
    website: { name: draw(), colour: draw(), url: `https://shop.example/${draw().slice(0, 50)}`, logo: null },
    companyName: draw(),
    customerName: draw(),
  };
}

/** Elements, attributes and styles, without any value that a text may fill. */
function elementsOf(html: string): string[] {
  return [...html.matchAll(/<[^>]*>/g)].map(([element]) => element.replace(/href="[^"]*"/, 'href'));
}

function textOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
