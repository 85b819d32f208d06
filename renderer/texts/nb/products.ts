import type { products as english } from '../en/products.ts';
import type { Translated } from '../translated.ts';

export const products: Translated<typeof english> = {
  title: 'Produkter',
  product: 'Produkt',
  reading: 'Henter produktet',
  field: {
    productNo: 'Produktnr.',
    name: 'Navn',
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
    placeholder: 'Produktnr. eller navn',
  },
  empty: {
    title: 'Ingen produkter ennå',
    text: 'Produktene brukes på ordrer, pakksedler og nettstedet.',
    foundBy: 'Produkter finnes på nummer og navn.',
  },
  new: {
    title: 'Nytt produkt',
    create: 'Opprett produkt',
    productNoMissing: 'Skriv et produktnummer.',
    nameMissing: 'Skriv et navn.',
  },
};
