import { expect, test } from 'vitest';
import { previewLists } from '../../../../renderer/e-commerce/preview-lines.ts';
import type { Change, NotToldReason } from '../../../../shared/change.ts';
import type { PreviewRow } from '../../../../shared/website-data.ts';

test('every change of every order is a line, under told or not told; an order held unseen is a line too', () => {
  const { told, notTold } = previewLists([
    row(null, [2, 1]),
    row('opted-out', [1]),
    row(null, [1]),
    row('order-held', [0]),
  ]);

  expect(told.map(({ sentence }) => sentence)).toEqual(['news 1', 'news 2', 'news 1', 'news 1']);
  expect(notTold.map(({ change, row }) => [row.notTold, change?.kind])).toEqual([
    ['opted-out', 'picked'],
    ['order-held', undefined],
  ]);
});

/** A customer with an order for every number, which says how many changes it has. */
function row(notTold: NotToldReason | null, changesOf: readonly number[]): PreviewRow {
  const orders = changesOf.map((count, index) => ({
    orderId: index + 1,
    webOrderNo: `W-${index + 1}`,
    changes: Array.from({ length: count }, () => picked),
    sentences: Array.from({ length: count }, (_, nth) => `news ${nth + 1}`),
    why: [],
  }));
  return {
    key: null,
    websiteName: 'Shop',
    contactId: 1,
    customerName: 'Kari Nordmann',
    address: 'kari@example.com',
    language: 'en',
    notTold,
    orders,
  };
}

const picked: Change = { kind: 'picked', rule: 3, moves: [] };
