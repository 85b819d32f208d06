/** How orders speak to customers in three languages, as the desktop words them. */
export type StageWords = {
  readonly partly: string;
  readonly delivered: string;
  readonly waiting: string;
  readonly expected: string;
  readonly rest: (orderNo: string) => string;
  readonly news: readonly (readonly string[])[];
  readonly note: string;
  readonly invoice: string;
  readonly amount: (kroner: number) => string;
};

const numbers = (locale: string) => (kroner: number) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(kroner);

export const stageWords = {
  en: {
    partly: 'Partly delivered',
    delivered: 'Delivered',
    waiting: 'Waiting for goods',
    expected: '14 Dec 2026',
    rest: (orderNo) => `${orderNo} / rest 1`,
    news: [
      [
        '2 of 3 Tent Rondane 2 are on their way with Posten, shipping no. 370712345678901234.',
        'The rest is expected 14 Dec 2026.',
      ],
      ['Sleeping bag Dovre, down, -10 °C is expected 14 Dec 2026, not 7 Dec 2026.'],
      ['Your order has been picked.'],
    ],
    note: 'Delivery note 8841-1',
    invoice: 'Invoice 1043',
    amount: numbers('en-GB'),
  },
  nb: {
    partly: 'Delvis levert',
    delivered: 'Levert',
    waiting: 'Venter på varer',
    expected: '14. des. 2026',
    rest: (orderNo) => `${orderNo} / rest 1`,
    news: [
      ['2 av 3 Tent Rondane 2 er på vei med Posten, sendingsnr. 370712345678901234.', 'Resten ventes 14. des. 2026.'],
      ['Sleeping bag Dovre, down, -10 °C ventes 14. des. 2026, ikke 7. des. 2026.'],
      ['Bestillingen din er plukket.'],
    ],
    note: 'Følgeseddel 8841-1',
    invoice: 'Faktura 1043',
    amount: numbers('nb-NO'),
  },
  de: {
    partly: 'Teilweise geliefert',
    delivered: 'Geliefert',
    waiting: 'Wartet auf Ware',
    expected: '14. Dez. 2026',
    rest: (orderNo) => `${orderNo} / Rest 1`,
    news: [
      [
        '2 von 3 Tent Rondane 2 sind mit Posten unterwegs, Sendungsnr. 370712345678901234.',
        'Der Rest wird am 14. Dez. 2026 erwartet.',
      ],
      ['Sleeping bag Dovre, down, -10 °C wird am 14. Dez. 2026 erwartet, nicht am 7. Dez. 2026.'],
      ['Ihre Bestellung ist kommissioniert.'],
    ],
    note: 'Lieferschein 8841-1',
    invoice: 'Rechnung 1043',
    amount: numbers('de-DE'),
  },
} as const satisfies Readonly<Record<string, StageWords>>;

export type StageLanguage = keyof typeof stageWords;
