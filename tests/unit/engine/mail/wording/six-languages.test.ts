import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleChanges } from '../../../../../main/engine/mail/sample-mails.ts';
import { sentenceFor } from '../../../../../main/engine/mail/wording/sentence-for.ts';
import { statusText, textsFor } from '../../../../../main/engine/mail/wording/texts-for.ts';
import type { Change } from '../../../../../shared/change.ts';
import { languages } from '../../../../../shared/language.ts';
import { orderStatuses } from '../../../../../shared/order.ts';
import { runs } from '../../../../support/runs.ts';

/** In the order Swedish, Danish, Dutch, German; English and Norwegian stand in sentence-for.test.ts. */
const sentences: Readonly<Record<string, readonly [sv: string, da: string, nl: string, de: string]>> = {
  status: [
    'Orderstatus: Fakturerad (tidigare: Under behandling).',
    'Ordrestatus: Faktureret (før: Under behandling).',
    'Bestelstatus: Gefactureerd (was: In behandeling).',
    'Bestellstatus: Rechnung erstellt (zuvor: In Bearbeitung).',
  ],
  'lost sale': [
    'Orderstatus: Annullerad (tidigare: Under behandling).',
    'Ordrestatus: Annulleret (før: Under behandling).',
    'Bestelstatus: Geannuleerd (was: In behandeling).',
    'Bestellstatus: Storniert (zuvor: In Bearbeitung).',
  ],
  credited: [
    'Din order har krediterats (kreditfaktura nr 50012).',
    'Din ordre er krediteret (kreditnota nr. 50012).',
    'Uw bestelling is gecrediteerd (creditnota nr. 50012).',
    'Für Ihre Bestellung wurde eine Gutschrift erstellt (Nr. 50012).',
  ],
  'back order made': [
    'Resten kommer som restorder W-8841 / rest 1.',
    'Resten kommer som restordre W-8841 / rest 1.',
    'De rest volgt als nalevering W-8841 / rest 1.',
    'Der Rest folgt als Nachlieferung W-8841 / rest 1.',
  ],
  'delivery note printed': [
    'Följesedeln till din order har skrivits ut.',
    'Pakkesedlen til din ordre er udskrevet.',
    'De pakbon van uw bestelling is afgedrukt.',
    'Der Lieferschein zu Ihrer Bestellung wurde gedruckt.',
  ],
  picked: [
    'Din order har plockats på vårt lager.',
    'Din ordre er plukket på vores lager.',
    'Uw bestelling is in ons magazijn verzameld.',
    'Ihre Bestellung wurde in unserem Lager zusammengestellt.',
  ],
  'shipping number entered': [
    'Leveransnummer: 70123456789 (Posten).',
    'Leverancenummer: 70123456789 (Posten).',
    'Verzendnummer: 70123456789 (Posten).',
    'Sendungsnummer: 70123456789 (Posten).',
  ],
  'shipping number changed': [
    'Leveransnumret har ändrats från 70123456788 (Posten) till 70123456789 (Bring).',
    'Leverancenummeret er ændret fra 70123456788 (Posten) til 70123456789 (Bring).',
    'Het verzendnummer is gewijzigd van 70123456788 (Posten) in 70123456789 (Bring).',
    'Die Sendungsnummer wurde von 70123456788 (Posten) in 70123456789 (Bring) geändert.',
  ],
  'shipping number without carrier': [
    'Leveransnummer: 7012.',
    'Leverancenummer: 7012.',
    'Verzendnummer: 7012.',
    'Sendungsnummer: 7012.',
  ],
  'part delivered': [
    'Rain jacket L: 2 av 3 har levererats (tidigare: 0), 1 återstår.',
    'Rain jacket L: 2 af 3 er leveret (før: 0), 1 mangler endnu.',
    'Rain jacket L: 2 van 3 geleverd (was: 0), nog 1 te leveren.',
    'Rain jacket L: 2 von 3 geliefert (zuvor: 0), noch 1 offen.',
  ],
  'all delivered': [
    'Rain jacket L: alla 3 har levererats (tidigare: 2).',
    'Rain jacket L: alle 3 er leveret (før: 2).',
    'Rain jacket L: alle 3 geleverd (was: 2).',
    'Rain jacket L: alle 3 geliefert (zuvor: 2).',
  ],
  'one delivered': [
    'Rain jacket L: 1 av 1 har levererats (tidigare: 0).',
    'Rain jacket L: 1 af 1 er leveret (før: 0).',
    'Rain jacket L: 1 van 1 geleverd (was: 0).',
    'Rain jacket L: 1 von 1 geliefert (zuvor: 0).',
  ],
  'delivered, rest moved': [
    'Rain jacket L: 2 av 3 har levererats (tidigare: 0), inget mer kommer på den här ordern.',
    'Rain jacket L: 2 af 3 er leveret (før: 0), der kommer ikke mere på denne ordre.',
    'Rain jacket L: 2 van 3 geleverd (was: 0), voor deze bestelling volgt er niets meer.',
    'Rain jacket L: 2 von 3 geliefert (zuvor: 0), zu dieser Bestellung folgt nichts mehr.',
  ],
  'delivered corrected': [
    'Rain jacket L: rättat till att 1 av 3 har levererats (tidigare: 2), 2 återstår.',
    'Rain jacket L: rettet til 1 af 3 leveret (før: 2), 2 mangler endnu.',
    'Rain jacket L: gecorrigeerd naar 1 van 3 geleverd (was: 2), nog 2 te leveren.',
    'Rain jacket L: korrigiert auf 1 von 3 geliefert (zuvor: 2), noch 2 offen.',
  ],
  'delivered and next delivery': [
    'Rain jacket L: 1 av 3 har levererats (tidigare: 0), 2 återstår. I nästa leverans: 1 (tidigare: 3).',
    'Rain jacket L: 1 af 3 er leveret (før: 0), 2 mangler endnu. I næste levering: 1 (før: 3).',
    'Rain jacket L: 1 van 3 geleverd (was: 0), nog 2 te leveren. In de volgende levering: 1 (was: 3).',
    'Rain jacket L: 1 von 3 geliefert (zuvor: 0), noch 2 offen. In der nächsten Lieferung: 1 (zuvor: 3).',
  ],
  'next delivery in part': [
    'Rain jacket L: 2 av 3 kommer i nästa leverans (tidigare: 3), resten senare.',
    'Rain jacket L: 2 af 3 kommer i næste levering (før: 3), resten senere.',
    'Rain jacket L: 2 van 3 in de volgende levering (was: 3), de rest later.',
    'Rain jacket L: 2 von 3 in der nächsten Lieferung (zuvor: 3), der Rest später.',
  ],
  'next delivery whole': [
    'Rain jacket L: alla 3 kommer i nästa leverans (tidigare: 1).',
    'Rain jacket L: alle 3 kommer i næste levering (før: 1).',
    'Rain jacket L: alle 3 in de volgende levering (was: 1).',
    'Rain jacket L: alle 3 in der nächsten Lieferung (zuvor: 1).',
  ],
  'next delivery none': [
    'Rain jacket L: kommer inte i nästa leverans (tidigare: 3), 3 återstår.',
    'Rain jacket L: kommer ikke i næste levering (før: 3), 3 mangler endnu.',
    'Rain jacket L: niet in de volgende levering (was: 3), nog 3 te leveren.',
    'Rain jacket L: nicht in der nächsten Lieferung (zuvor: 3), noch 3 offen.',
  ],
  'nothing more to come': [
    'Rain jacket L: inget mer kommer på den här ordern (tidigare att leverera: 3).',
    'Rain jacket L: der kommer ikke mere på denne ordre (før til levering: 3).',
    'Rain jacket L: voor deze bestelling volgt er niets meer (te leveren was: 3).',
    'Rain jacket L: zu dieser Bestellung folgt nichts mehr (zuvor zu liefern: 3).',
  ],
  'measured goods delivered': [
    'Climbing rope 9.5 mm: 25,25 av 40 m har levererats (tidigare: 10), 14,75 m återstår.',
    'Climbing rope 9.5 mm: 25,25 af 40 m er leveret (før: 10), 14,75 m mangler endnu.',
    'Climbing rope 9.5 mm: 25,25 van 40 m geleverd (was: 10), nog 14,75 m te leveren.',
    'Climbing rope 9.5 mm: 25,25 von 40 m geliefert (zuvor: 10), noch 14,75 m offen.',
  ],
  'line taken off': [
    'Rain jacket L har tagits bort från ordern (tidigare: att leverera 3).',
    'Rain jacket L er taget af ordren (før: 3 til levering).',
    'Rain jacket L: van de bestelling gehaald (was: 3 te leveren).',
    'Rain jacket L: aus der Bestellung entfernt (zuvor: 3 zu liefern).',
  ],
  'date later': [
    'Förväntad leverans av Rain jacket L har skjutits upp från 14 dec. 2026 till 21 dec. 2026.',
    'Forventet levering af Rain jacket L er udskudt fra 14. dec. 2026 til 21. dec. 2026.',
    'De verwachte levering van Rain jacket L is verschoven van 14 dec 2026 naar 21 dec 2026.',
    'Die voraussichtliche Lieferung von Rain jacket L wurde vom 14. Dez. 2026 auf den 21. Dez. 2026 verschoben.',
  ],
  'date earlier': [
    'Förväntad leverans av Rain jacket L har tidigarelagts från 14 dec. 2026 till 7 dec. 2026.',
    'Forventet levering af Rain jacket L er fremrykket fra 14. dec. 2026 til 7. dec. 2026.',
    'De verwachte levering van Rain jacket L is vervroegd van 14 dec 2026 naar 7 dec 2026.',
    'Die voraussichtliche Lieferung von Rain jacket L wurde vom 14. Dez. 2026 auf den 7. Dez. 2026 vorgezogen.',
  ],
  'date first known': [
    'Rain jacket L: förväntad leverans 14 dec. 2026 (inget datum var känt tidigare).',
    'Rain jacket L: forventet levering 14. dec. 2026 (der var ingen dato før).',
    'Rain jacket L: verwachte levering 14 dec 2026 (eerder was er geen datum bekend).',
    'Rain jacket L: Lieferung voraussichtlich am 14. Dez. 2026 (zuvor war kein Termin bekannt).',
  ],
  'date withdrawn': [
    'Rain jacket L: förväntad leverans 14 dec. 2026 gäller inte längre, ett nytt datum är ännu inte känt.',
    'Rain jacket L: forventet levering 14. dec. 2026 gælder ikke længere, en ny dato kendes endnu ikke.',
    'Rain jacket L: de verwachte leverdatum 14 dec 2026 geldt niet meer, een nieuwe datum is nog niet bekend.',
    'Rain jacket L: Der voraussichtliche Liefertermin 14. Dez. 2026 gilt nicht mehr, ein neuer Termin ist noch nicht bekannt.',
  ],
  delayed: [
    'Leveransen av Camping stove with wind shield är försenad, nytt datum kommer (tidigare förväntad: 1 mars 2026).',
    'Leveringen af Camping stove with wind shield er forsinket, ny dato følger (tidligere forventet: 1. mar. 2026).',
    'De levering van Camping stove with wind shield is vertraagd, een nieuwe datum volgt (eerder verwacht: 1 mrt 2026).',
    'Die Lieferung von Camping stove with wind shield verspätet sich, ein neuer Termin folgt (zuvor erwartet: 1. März 2026).',
  ],
  'back in stock': [
    'Camping stove with wind shield finns nu i lager igen.',
    'Camping stove with wind shield er nu på lager igen.',
    'Camping stove with wind shield: nu weer op voorraad.',
    'Camping stove with wind shield: jetzt wieder auf Lager.',
  ],
  'credited in part': [
    'En del av din order har krediterats (kreditfaktura nr 50013).',
    'En del af din ordre er krediteret (kreditnota nr. 50013).',
    'Een deel van uw bestelling is gecrediteerd (creditnota nr. 50013).',
    'Für einen Teil Ihrer Bestellung wurde eine Gutschrift erstellt (Nr. 50013).',
  ],
};

describe('every change is told in Swedish, Danish, Dutch and German', () => {
  test.each(Object.entries(sampleChanges))('%s', (name, told) => {
    const worded = (['sv', 'da', 'nl', 'de'] as const).map((language) => sentenceFor(told, { language }));
    expect(worded).toEqual(sentences[name]);
  });
});

describe.each(languages)('in %s', (language) => {
  test('each status has words of its own; Lost sale reads as Cancelled', () => {
    expect(statusText('lost-sale', language)).toBe(statusText('cancelled', language));
    expect(new Set(orderStatuses.map((status) => statusText(status, language))).size).toBe(orderStatuses.length - 1);
  });

  test('the heads of the table differ, so that nothing is read under the wrong one', () => {
    const heads = Object.values(textsFor(language).layout.columns);
    expect(new Set(heads).size).toBe(heads.length);
    // Five columns on a telephone: a word that is wider than its column would run into the next.
    for (const word of heads.flatMap((head) => head.split(' '))) expect(word.length).toBeLessThanOrEqual(10);
  });
});

test('no sentence was left in English', () => {
  for (const told of Object.values(sampleChanges)) {
    const english = sentenceFor(told, { language: 'en' });
    const others = languages.filter((language) => language !== 'en');
    for (const language of others) expect(sentenceFor(told, { language })).not.toBe(english);
  }
});

test('one piece is not told as "all", in any language', () => {
  const one = sampleChanges['one delivered'];
  if (one?.kind !== 'line-quantity') throw new Error('No such sample');
  const next: Change = { ...one, delivered: null, toBeDelivered: { fromMilli: 0, toMilli: 1000 }, toComeMilli: 1000 };
  for (const language of languages) {
    for (const told of [one, next]) expect(sentenceFor(told, { language })).not.toMatch(/\b(all|alle|alla)\b/i);
  }
});

test('every language names the product and the same numbers and days as English', () => {
  fc.assert(
    fc.property(anyChange, (told) => {
      const expected = numbersIn(sentenceFor(told, { language: 'en' }));
      for (const language of languages) {
        const sentence = sentenceFor(told, { language });
        expect(sentence).toContain('Rain jacket');
        expect(numbersIn(sentence)).toEqual(expected);
      }
    }),
    { numRuns: runs(500) },
  );
});

function numbersIn(sentence: string): readonly number[] {
  return [...sentence.matchAll(/\d+/g)].map(([digits]) => Number(digits)).sort((a, b) => a - b);
}

const line = { lineId: 1, description: 'Rain jacket', unit: 'pcs', moves: [] };
/** Whole and below a thousand: written alike in every language. */
const anyMilli = fc.nat({ max: 900 }).map((pieces) => pieces * 1000);
const anyMove = fc.option(fc.record({ fromMilli: anyMilli, toMilli: anyMilli }));
const anyDate = fc.option(fc.constantFrom('2026-01-01', '2026-03-31', '2026-12-24'));
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({
      orderedMilli: anyMilli,
      toComeMilli: anyMilli,
      toBeDelivered: anyMove,
      delivered: anyMove,
      isRemoved: fc.boolean(),
    })
    .map((drawn) => ({ ...line, kind: 'line-quantity' as const, rule: 5 as const, ...drawn })),
  fc
    .record({ from: anyDate, to: anyDate, isDelayed: fc.boolean() })
    .map((drawn) => ({ ...line, kind: 'expected-date' as const, rule: 6 as const, ...drawn })),
  fc.constant({ ...line, kind: 'back-in-stock' as const, rule: 7 as const }),
);
