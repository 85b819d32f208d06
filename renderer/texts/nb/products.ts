import type { products as english } from '../en/products.ts';
import type { Translated } from '../translated.ts';

export const products: Translated<typeof english> = {
  title: 'Produkter',
  product: 'Produkt',
  reading: 'Henter produktet',
  field: {
    productNo: 'Produktnr.',
    name: 'Navn',
    barCode: 'Strekkode',
    barCodeHint: 'EAN, UPC eller en annen tekst på etiketten. Skannere finner produktet med den.',
    unit: 'Enhet',
    expected: 'Forventet',
    expectedDeliveryDate: 'Forventet leveringsdato',
    expectedHint: 'Går foran datoene på ordrer og innkjøp i det kundene får vite. La feltet stå tomt for å følge dem.',
    price: 'Pris',
    priceWithoutVat: 'Pris uten mva.',
    vat: 'Mva.',
    supplier: 'Leverandør',
    stockItem: 'Lagervare',
    onWebsite: 'På nettstedet',
    wrongVat: 'Skriv en sats mellom 0 og 100.',
    empty: 'Feltet kan ikke være tomt.',
  },
  stock: {
    title: 'Lager',
    what: 'Hva',
    inStock: 'På lager',
    allocated: 'Allokert',
    available: 'Disponibelt',
    onPurchase: 'I bestilling',
    inWarehouse: 'På {{warehouse}}',
    allocatedTo_one: 'Allokert til {{count}} ordre',
    allocatedTo_other: 'Allokert til {{count}} ordrer',
    quantity: '{{quantity}} {{unit}} på lager',
    notStockItem: 'ikke lagervare',
  },
  search: {
    label: 'Søk i produkter',
    placeholder: 'Produktnr., navn eller strekkode',
  },
  empty: {
    title: 'Ingen produkter ennå',
    text: 'Produktene brukes på ordrer, pakksedler og nettstedet.',
    import: 'Importer produkter',
    foundBy: 'Produkter finnes på nummer, navn og strekkode.',
  },
  new: {
    title: 'Nytt produkt',
    create: 'Opprett produkt',
    productNoMissing: 'Skriv et produktnummer.',
    nameMissing: 'Skriv et navn.',
  },
  change: {
    title_one: 'Endre {{count}} produkt',
    title_other: 'Endre {{count}} produkter',
    submit_one: 'Endre {{count}} produkt',
    submit_other: 'Endre {{count}} produkter',
    changed_one: '{{count}} produkt er endret.',
    changed_other: '{{count}} produkter er endret.',
    field: {
      expectedDeliveryDate: 'Forventet leveringsdato',
      onWeb: 'På nettstedet',
      vatPermille: 'Mva.',
      unit: 'Enhet',
      supplierId: 'Leverandør',
    },
    dateHint: 'La feltet stå tomt for å følge datoene på ordrer og innkjøp.',
    told_one:
      '{{count}} kunde venter på disse produktene og får beskjed ved neste Hent nettsteddata hvis datoen blir en annen.',
    told_other:
      '{{count}} kunder venter på disse produktene og får beskjed ved neste Hent nettsteddata hvis datoen blir en annen.',
    nobodyWaits:
      'Ingen kunde får beskjed: ingen venter på disse produktene på et nettsted som melder endret leveringsdato.',
    effect: {
      onWeb: 'Ingen får beskjed. Nettstedet viser det etter Oppdater nettsted.',
      vatPermille: 'Ingen får beskjed. Ordrer som er laget, beholder sin mva.',
      unit: 'Ingen får beskjed. Ordrer som er laget, beholder sin enhet.',
      supplierId: 'Ingen får beskjed.',
    },
  },
};
