import { formatDate } from '../shared/formatting.ts';
import type { Language } from '../shared/language.ts';
import type { OrderToPlace } from './shop-client.ts';

/** How an order of the main job is worked on; between them the two kinds set off all seven rules. */
export type JobKind = 'goes-out' | 'waits-in-part';

/** An order that the main job places in the shop. Quantities are whole units, by product no. */
export type JobOrder = {
  readonly kind: JobKind;
  readonly language: Language;
  /** The user name of a demo customer with an account, or somebody whom the shop has never seen. */
  readonly customer: { readonly account: string } | { readonly new: OrderToPlace['customer'] };
  readonly quantities: Readonly<Record<string, number>>;
};

/** The product that is delivered in part, the one with a date that moves, and the one that comes back in stock. */
export const partNo = '1012';
export const movedNo = '1008';
export const backInStockNo = '1013';

/** Every rule is set off on two orders, one told in English and one in Norwegian. */
export const jobOrders: readonly JobOrder[] = [
  {
    kind: 'goes-out',
    language: 'en',
    customer: { account: 'emily.hartley@mail.example' },
    quantities: { '1010': 1, '1014': 4 },
  },
  {
    kind: 'goes-out',
    language: 'no',
    customer: {
      new: {
        name: 'Åshild Bjørnæs',
        email: 'aashild.bjornaes@post.example',
        phone: '90 00 02 01',
        addressLine1: 'Lyngveien 14',
        postcode: '6413',
        city: 'Molde',
        country: 'Norway',
      },
    },
    quantities: { '1010': 1, '1014': 4 },
  },
  {
    kind: 'waits-in-part',
    language: 'no',
    customer: { account: 'kari.nordmann@post.example' },
    quantities: { [partNo]: 3, [movedNo]: 1, [backInStockNo]: 1 },
  },
  {
    kind: 'waits-in-part',
    language: 'en',
    customer: {
      new: {
        name: 'Morag Sinclair',
        email: 'morag.sinclair@mail.example',
        phone: '+44 131 000 0202',
        addressLine1: '7 Castle Wynd',
        postcode: 'EH1 2NG',
        city: 'Edinburgh',
        country: 'United Kingdom',
      },
    },
    quantities: { [partNo]: 3, [movedNo]: 1, [backInStockNo]: 1 },
  },
];

/** What the work changed that differs from order to order. */
export type WorkDone = { readonly shippingNo: string; readonly dateBefore: string; readonly dateAfter: string };

/**
 * The sentences that a customer of the main job must read after the work, by rule, written out here by hand: they are
 * what the program is measured by, so they come from nothing of it but the way dates are written.
 */
export function expectedSentences(
  { kind, language }: Pick<JobOrder, 'kind' | 'language'>,
  done: WorkDone,
): Readonly<Record<number, readonly string[]>> {
  const before = formatDate(done.dateBefore, language);
  const after = formatDate(done.dateAfter, language);
  if (kind === 'goes-out') return language === 'en' ? outInEnglish(done) : outInNorwegian(done);
  return language === 'en'
    ? {
        3: ['Your order has been picked in our warehouse.'],
        5: ['Stove Glo 1, gas: 2 of 3 delivered (before: 0), 1 still to come.'],
        6: [`Expected delivery of Backpack Galdhøpiggen 65 l moved from ${before} to ${after}.`],
        7: ['Storm cooker Bål 25 is now back in stock.'],
      }
    : {
        3: ['Ordren din er plukket på lageret vårt.'],
        5: ['Stove Glo 1, gas: 2 av 3 er levert (før: 0), 1 gjenstår.'],
        6: [`Forventet levering av Backpack Galdhøpiggen 65 l er flyttet fra ${before} til ${after}.`],
        7: ['Storm cooker Bål 25 er tilbake på lager.'],
      };
}

function outInEnglish({ shippingNo }: WorkDone): Readonly<Record<number, readonly string[]>> {
  return {
    1: ['Order status: Invoiced (before: In progress).'],
    2: ['The delivery note of your order has been printed.'],
    3: ['Your order has been picked in our warehouse.'],
    4: [`Shipping number: ${shippingNo} (Bring).`],
    5: ['Day pack Byfjell 18 l: 1 of 1 delivered (before: 0).', 'Gas cartridge 230 g: all 4 delivered (before: 0).'],
  };
}

function outInNorwegian({ shippingNo }: WorkDone): Readonly<Record<number, readonly string[]>> {
  return {
    1: ['Ordrestatus: Fakturert (før: Under behandling).'],
    2: ['Pakkseddelen til ordren din er skrevet ut.'],
    3: ['Ordren din er plukket på lageret vårt.'],
    4: [`Sendingsnummer: ${shippingNo} (Bring).`],
    5: ['Day pack Byfjell 18 l: 1 av 1 er levert (før: 0).', 'Gas cartridge 230 g: alle 4 er levert (før: 0).'],
  };
}
