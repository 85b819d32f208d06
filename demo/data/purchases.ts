import type { SupplierKey } from './suppliers.ts';

/** A purchase order of the demo company. Days count from today; negative ones have passed. */
export type DemoPurchase = {
  readonly supplier: SupplierKey;
  readonly orderedDaysAgo: number;
  readonly expectedInDays: number | null;
  readonly state: 'draft' | 'transferred' | 'part-received' | 'received';
  readonly lines: readonly { readonly productNo: string; readonly quantity: number }[];
  /** Sold-out products for which waiting orders are reserved on this purchase. */
  readonly reservesFor?: string;
};

export const demoPurchases: readonly DemoPurchase[] = [
  {
    supplier: 'nordvind',
    orderedDaysAgo: 52,
    expectedInDays: -38,
    state: 'received',
    lines: [
      { productNo: '1021', quantity: 10 },
      { productNo: '1025', quantity: 30 },
      { productNo: '1027', quantity: 120 },
    ],
  },
  {
    supplier: 'breheim',
    orderedDaysAgo: 33,
    expectedInDays: 9,
    state: 'transferred',
    lines: [
      { productNo: '1002', quantity: 8 },
      { productNo: '1020', quantity: 60 },
    ],
    reservesFor: '1002',
  },
  {
    supplier: 'sherpa',
    orderedDaysAgo: 25,
    expectedInDays: 16,
    state: 'transferred',
    lines: [{ productNo: '1008', quantity: 12 }],
  },
  {
    supplier: 'alpin',
    orderedDaysAgo: 23,
    expectedInDays: 5,
    state: 'part-received',
    lines: [
      { productNo: '1030', quantity: 12 },
      { productNo: '1032', quantity: 10 },
      { productNo: '1013', quantity: 20 },
    ],
  },
  {
    supplier: 'nordvind',
    orderedDaysAgo: 12,
    expectedInDays: 23,
    state: 'transferred',
    lines: [
      { productNo: '1022', quantity: 15 },
      { productNo: '1024', quantity: 10 },
    ],
  },
  {
    supplier: 'alpin',
    orderedDaysAgo: 1,
    expectedInDays: null,
    state: 'draft',
    lines: [
      { productNo: '1004', quantity: 10 },
      { productNo: '1033', quantity: 6 },
    ],
  },
];
