import type { SupplierKey } from './suppliers.ts';

/** A product of the demo shop. Price in øre without VAT; stock as it is counted at the end of the history. */
export type DemoProduct = {
  readonly productNo: string;
  readonly name: string;
  readonly unit?: string;
  readonly unitPriceMinor: number;
  readonly stock: number;
  readonly supplier: SupplierKey;
  /** Days from today on which the product card expects it; left out for none. */
  readonly expectedInDays?: number;
  readonly isStockItem?: false;
  readonly onWeb?: false;
};

/** Forty products. Some are sold out, and two were sold below what was counted. */
export const demoProducts: readonly DemoProduct[] = [
  { productNo: '1001', name: 'Tent Rondane 2', unitPriceMinor: 319_920, stock: 9, supplier: 'breheim' },
  { productNo: '1002', name: 'Tent Rondane 4', unitPriceMinor: 439_920, stock: 0, supplier: 'breheim' },
  { productNo: '1003', name: 'Tarp Storfjell 3 x 4 m', unitPriceMinor: 87_920, stock: 14, supplier: 'breheim' },
  { productNo: '1004', name: 'Sleeping bag Dovre, down, -10 °C', unitPriceMinor: 263_920, stock: 6, supplier: 'alpin' },
  {
    productNo: '1005',
    name: 'Sleeping bag Dovre, synthetic, 0 °C',
    unitPriceMinor: 111_920,
    stock: 17,
    supplier: 'alpin',
  },
  { productNo: '1006', name: 'Sleeping mat Mose, inflatable', unitPriceMinor: 79_920, stock: 23, supplier: 'alpin' },
  { productNo: '1007', name: 'Hammock Furu with straps', unitPriceMinor: 63_920, stock: 11, supplier: 'breheim' },
  { productNo: '1008', name: 'Backpack Galdhøpiggen 65 l', unitPriceMinor: 199_920, stock: 0, supplier: 'sherpa' },
  { productNo: '1009', name: 'Backpack Besseggen 30 l', unitPriceMinor: 103_920, stock: 19, supplier: 'sherpa' },
  { productNo: '1010', name: 'Day pack Byfjell 18 l', unitPriceMinor: 55_920, stock: 32, supplier: 'sherpa' },
  { productNo: '1011', name: 'Dry bag 20 l, orange', unitPriceMinor: 19_920, stock: 45, supplier: 'sherpa' },
  { productNo: '1012', name: 'Stove Glo 1, gas', unitPriceMinor: 47_920, stock: 16, supplier: 'alpin' },
  { productNo: '1013', name: 'Storm cooker Bål 25', unitPriceMinor: 71_920, stock: 0, supplier: 'alpin' },
  { productNo: '1014', name: 'Gas cartridge 230 g', unitPriceMinor: 6_320, stock: 120, supplier: 'alpin' },
  { productNo: '1015', name: 'Coffee kettle Svart, 1.5 l', unitPriceMinor: 31_920, stock: 21, supplier: 'breheim' },
  { productNo: '1016', name: 'Wooden cup Kuksa', unitPriceMinor: 23_920, stock: 38, supplier: 'breheim' },
  { productNo: '1017', name: 'Thermos Vinter 1 l', unitPriceMinor: 35_920, stock: 27, supplier: 'breheim' },
  { productNo: '1018', name: 'Spork, titanium', unitPriceMinor: 11_920, stock: 64, supplier: 'sherpa' },
  {
    productNo: '1019',
    name: 'Freeze-dried cod stew',

    unitPriceMinor: 8_720,
    stock: 88,
    supplier: 'breheim',
  },
  {
    productNo: '1020',
    name: 'Freeze-dried reindeer stew',

    unitPriceMinor: 9_520,
    stock: -3,
    supplier: 'breheim',
  },
  { productNo: '1021', name: 'Shell jacket Storm, women', unitPriceMinor: 279_920, stock: 8, supplier: 'nordvind' },
  { productNo: '1022', name: 'Shell jacket Storm, men', unitPriceMinor: 279_920, stock: 0, supplier: 'nordvind' },
  { productNo: '1023', name: 'Shell trousers Storm', unitPriceMinor: 215_920, stock: 10, supplier: 'nordvind' },
  { productNo: '1024', name: 'Down jacket Frost', unitPriceMinor: 239_920, stock: 5, supplier: 'nordvind' },
  {
    productNo: '1025',
    name: 'Wool base layer, set',

    unitPriceMinor: 95_920,
    stock: 29,
    supplier: 'nordvind',
  },
  { productNo: '1026', name: 'Wool sweater Setesdal', unitPriceMinor: 127_920, stock: 12, supplier: 'nordvind' },
  {
    productNo: '1027',
    name: 'Wool socks Rabbagast',
    unit: 'pair',
    unitPriceMinor: 15_920,
    stock: 140,
    supplier: 'nordvind',
  },
  {
    productNo: '1028',
    name: 'Mittens Vidde, leather',
    unit: 'pair',
    unitPriceMinor: 55_920,
    stock: 0,
    supplier: 'nordvind',
    expectedInDays: 12,
  },
  { productNo: '1029', name: 'Hat Lue, red', unitPriceMinor: 23_920, stock: 41, supplier: 'nordvind' },
  {
    productNo: '1030',
    name: 'Mountain boots Jotun, leather',
    unit: 'pair',
    unitPriceMinor: 247_920,
    stock: 7,
    supplier: 'alpin',
  },
  { productNo: '1031', name: 'Trail shoes Sti', unit: 'pair', unitPriceMinor: 119_920, stock: 15, supplier: 'alpin' },
  { productNo: '1032', name: 'Snowshoes Snøfonn', unit: 'pair', unitPriceMinor: 159_920, stock: -1, supplier: 'alpin' },
  {
    productNo: '1033',
    name: 'Mountain skis Vidda 190 cm',
    unit: 'pair',
    unitPriceMinor: 359_920,
    stock: 4,
    supplier: 'alpin',
  },
  {
    productNo: '1034',
    name: 'Ski poles, adjustable',
    unit: 'pair',
    unitPriceMinor: 63_920,
    stock: 18,
    supplier: 'alpin',
  },
  {
    productNo: '1035',
    name: 'Climbing rope 9.5 mm, by the metre',
    unit: 'm',
    unitPriceMinor: 3_120,
    stock: 260,
    supplier: 'sherpa',
  },
  { productNo: '1036', name: 'Head torch Nordlys 600', unitPriceMinor: 63_920, stock: 26, supplier: 'sherpa' },
  {
    productNo: '1037',
    name: 'Map and compass set Jotunheimen',

    unitPriceMinor: 39_920,
    stock: 22,
    supplier: 'breheim',
  },
  { productNo: '1038', name: 'First aid kit Tur', unitPriceMinor: 27_920, stock: 34, supplier: 'sherpa' },
  {
    productNo: '1039',
    name: 'Pulk Polhavet 130 cm',
    unitPriceMinor: 519_920,
    stock: 2,
    supplier: 'breheim',
    onWeb: false,
  },
  {
    productNo: '1040',
    name: 'Ski waxing, per pair',
    unit: 'pair',
    unitPriceMinor: 31_920,
    stock: 0,
    supplier: 'breheim',
    isStockItem: false,
  },
];
