import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleChanges } from '../../../../../main/engine/mail/sample-mails.ts';
import { english } from '../../../../../main/engine/mail/wording/english.ts';
import { norwegian } from '../../../../../main/engine/mail/wording/norwegian.ts';
import { sentenceFor } from '../../../../../main/engine/mail/wording/sentence-for.ts';
import { statusText } from '../../../../../main/engine/mail/wording/texts-for.ts';
import { type Change, change, type FactMove } from '../../../../../shared/change.ts';
import { type Language, languages } from '../../../../../shared/language.ts';
import { orderStatuses } from '../../../../../shared/order.ts';

const sentences: Readonly<Record<string, readonly [english: string, norwegian: string]>> = {
  status: ['Order status: Invoiced (before: In progress).', 'Ordrestatus: Fakturert (før: Under behandling).'],
  'lost sale': ['Order status: Cancelled (before: In progress).', 'Ordrestatus: Kansellert (før: Under behandling).'],
  credited: [
    'Your order has been credited (credit note no. 50012).',
    'Ordren din er kreditert (kreditnota nr. 50012).',
  ],
  'back order made': [
    'The rest follows as back order W-8841 / rest 1.',
    'Resten kommer som restordre W-8841 / rest 1.',
  ],
  'delivery note printed': [
    'The delivery note of your order has been printed.',
    'Pakkseddelen til ordren din er skrevet ut.',
  ],
  picked: ['Your order has been picked in our warehouse.', 'Ordren din er plukket på lageret vårt.'],
  'shipping number entered': ['Shipping number: 70123456789 (Posten).', 'Sendingsnummer: 70123456789 (Posten).'],
  'shipping number changed': [
    'Shipping number changed from 70123456788 (Posten) to 70123456789 (Bring).',
    'Sendingsnummeret er endret fra 70123456788 (Posten) til 70123456789 (Bring).',
  ],
  'shipping number without carrier': ['Shipping number: 7012.', 'Sendingsnummer: 7012.'],
  'part delivered': [
    'Rain jacket L: 2 of 3 delivered (before: 0), 1 still to come.',
    'Rain jacket L: 2 av 3 er levert (før: 0), 1 gjenstår.',
  ],
  'all delivered': ['Rain jacket L: all 3 delivered (before: 2).', 'Rain jacket L: alle 3 er levert (før: 2).'],
  'one delivered': ['Rain jacket L: 1 of 1 delivered (before: 0).', 'Rain jacket L: 1 av 1 er levert (før: 0).'],
  'delivered, rest moved': [
    'Rain jacket L: 2 of 3 delivered (before: 0), nothing more to come on this order.',
    'Rain jacket L: 2 av 3 er levert (før: 0), det kommer ikke mer på denne ordren.',
  ],
  'delivered corrected': [
    'Rain jacket L: corrected to 1 of 3 delivered (before: 2), 2 still to come.',
    'Rain jacket L: rettet til 1 av 3 levert (før: 2), 2 gjenstår.',
  ],
  'delivered and next delivery': [
    'Rain jacket L: 1 of 3 delivered (before: 0), 2 still to come. In the next delivery: 1 (before: 3).',
    'Rain jacket L: 1 av 3 er levert (før: 0), 2 gjenstår. I neste levering: 1 (før: 3).',
  ],
  'next delivery in part': [
    'Rain jacket L: 2 of 3 in the next delivery (before: 3), the rest later.',
    'Rain jacket L: 2 av 3 kommer i neste levering (før: 3), resten senere.',
  ],
  'next delivery whole': [
    'Rain jacket L: all 3 in the next delivery (before: 1).',
    'Rain jacket L: alle 3 kommer i neste levering (før: 1).',
  ],
  'next delivery none': [
    'Rain jacket L: not in the next delivery (before: 3), 3 still to come.',
    'Rain jacket L: kommer ikke i neste levering (før: 3), 3 gjenstår.',
  ],
  'nothing more to come': [
    'Rain jacket L: nothing more to come on this order (to be delivered before: 3).',
    'Rain jacket L: det kommer ikke mer på denne ordren (skulle leveres før: 3).',
  ],
  'measured goods delivered': [
    'Climbing rope 9.5 mm: 25.25 of 40 m delivered (before: 10), 14.75 m still to come.',
    'Climbing rope 9.5 mm: 25,25 av 40 m er levert (før: 10), 14,75 m gjenstår.',
  ],
  'line taken off': [
    'Rain jacket L was taken off the order (before: 3 to be delivered).',
    'Rain jacket L er tatt ut av ordren (før: 3 til levering).',
  ],
  'date later': [
    'Expected delivery of Rain jacket L moved from 14 Dec 2026 to 21 Dec 2026.',
    'Forventet levering av Rain jacket L er flyttet fra 14. des. 2026 til 21. des. 2026.',
  ],
  'date earlier': [
    'Expected delivery of Rain jacket L brought forward from 14 Dec 2026 to 7 Dec 2026.',
    'Forventet levering av Rain jacket L er fremskyndet fra 14. des. 2026 til 7. des. 2026.',
  ],
  'date first known': [
    'Rain jacket L: expected delivery 14 Dec 2026 (no date was known before).',
    'Rain jacket L: forventet levering 14. des. 2026 (ingen dato var kjent før).',
  ],
  'date withdrawn': [
    'Rain jacket L: expected delivery 14 Dec 2026 no longer holds, a new date is not known yet.',
    'Rain jacket L: forventet levering 14. des. 2026 gjelder ikke lenger, ny dato er ikke kjent ennå.',
  ],
  delayed: [
    'Camping stove with wind shield is delayed, new date to follow (expected before: 1 Mar 2026).',
    'Camping stove with wind shield er forsinket, ny dato kommer (forventet før: 1. mars 2026).',
  ],
  'back in stock': [
    'Camping stove with wind shield is now back in stock.',
    'Camping stove with wind shield er tilbake på lager.',
  ],
  'credited in part': [
    'Part of your order has been credited (credit note no. 50013).',
    'En del av ordren din er kreditert (kreditnota nr. 50013).',
  ],
};

describe('every change is told with its old and its new value', () => {
  test.each(Object.entries(sampleChanges))('%s', (name, told) => {
    expect([sentenceFor(told, { language: 'en' }), sentenceFor(told, { language: 'no' })]).toEqual(sentences[name]);
  });

  test('the samples are changes, and cover every kind', () => {
    const samples = Object.values(sampleChanges).map((sample) => change.parse(sample));
    expect(new Set(samples.map(({ kind }) => kind))).toEqual(
      new Set(change.options.map((option) => option.shape.kind.value)),
    );
  });
});

describe('statuses', () => {
  test('each has words of its own in both languages; Lost sale reads as Cancelled', () => {
    for (const texts of [english, norwegian]) {
      expect(texts.status['lost-sale']).toBe(texts.status.cancelled);
      expect(new Set(orderStatuses.map((status) => texts.status[status])).size).toBe(orderStatuses.length - 1);
    }
    expect(statusText('lost-sale', 'no')).toBe('Kansellert');
  });

  test('cancelled after a lost sale names the status once', () => {
    const told: Change = { kind: 'status', rule: 1, moves: [], from: 'lost-sale', to: 'cancelled' };
    expect(sentenceFor(told, { language: 'en' })).toBe('Order status: Cancelled.');
  });
});

test('a delay of a line that never had a date names none', () => {
  const told: Change = {
    ...lineOf('Tent'),
    kind: 'expected-date',
    rule: 6,
    from: null,
    to: '2026-01-01',
    isDelayed: true,
  };
  expect(sentenceFor(told, { language: 'en' })).toBe('Tent is delayed, new date to follow.');
});

test('a sentence is one clean line, whatever staff and customers typed', () => {
  fc.assert(
    fc.property(anyChange, fc.constantFrom<Language>(...languages), (told, language) => {
      const sentence = sentenceFor(told, { language });
      expect(sentence).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|\b(undefined|null|NaN)\b/u);
      expect(sentence).toMatch(/\.$/);
      expect(sentence.length).toBeLessThan(1200);
    }),
  );
});

function lineOf(description: string): { lineId: number; description: string; unit: string; moves: [] } {
  return { lineId: 1, description, unit: 'pcs', moves: [] };
}

/** Names that hold no word the check above looks for. */
const anyText = fc.string({ unit: 'binary', maxLength: 400 }).filter((text) => !/undefined|null|NaN/.test(text));
const anyMilli = fc.nat({ max: 10_000_000 });
const anyMove = fc.option(fc.record({ fromMilli: anyMilli, toMilli: anyMilli }));
const anyDate = fc.option(fc.constantFrom('2026-01-01', '2026-12-31'));
const anyShipment = fc.record({ carrier: anyText, shippingNo: anyText });
const line = { lineId: fc.nat(), description: anyText, unit: anyText, moves: fc.constant<FactMove[]>([]) };
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    ...line,
    kind: fc.constant('line-quantity' as const),
    rule: fc.constant(5 as const),
    orderedMilli: anyMilli,
    toComeMilli: anyMilli,
    toBeDelivered: anyMove,
    delivered: anyMove,
    isRemoved: fc.boolean(),
  }),
  fc.record({
    ...line,
    kind: fc.constant('expected-date' as const),
    rule: fc.constant(6 as const),
    from: anyDate,
    to: anyDate,
    isDelayed: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('shipment' as const),
    rule: fc.constant(4 as const),
    moves: fc.constant<FactMove[]>([]),
    from: fc.option(anyShipment),
    to: anyShipment,
    trackingUrl: fc.constant(null),
  }),
  fc.constantFrom(...Object.values(sampleChanges)),
);
