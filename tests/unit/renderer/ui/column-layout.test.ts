import { expect, test } from 'vitest';
import {
  firstLayout,
  moveColumn,
  readLayout,
  shownColumns,
  toggleColumn,
  writeLayout,
} from '../../../../renderer/ui/column-layout.ts';

const defaults = { ids: ['no', 'customer', 'website', 'total'], hidden: ['website'] };
const columns = defaults.ids.map((id) => ({ id }));

test('what was chosen is read as it was written', () => {
  const layout = toggleColumn(moveColumn(firstLayout(defaults), 'total', -1), 'customer');
  expect(writeLayout(layout)).toBe('no,-customer,total,-website');
  const read = readLayout(writeLayout(layout), defaults);
  expect(shownColumns(columns, read).map(({ id }) => id)).toEqual(['no', 'total']);
  expect(read.order).toEqual(layout.order);
});

test('where nobody has chosen, the columns are those at first', () => {
  for (const stored of [null, '']) expect(readLayout(stored, defaults)).toEqual(firstLayout(defaults));
});

test('a column that is new stands behind the one it follows at first, hidden if it is hidden at first', () => {
  expect(readLayout('no,total,customer', defaults)).toEqual({
    order: ['no', 'total', 'customer', 'website'],
    hidden: ['website'],
  });
});

test('columns that are no more, or stand there twice, are forgotten', () => {
  expect(readLayout('no,gone,total,total,-customer,website', defaults)).toEqual({
    order: ['no', 'total', 'customer', 'website'],
    hidden: ['customer'],
  });
});

test('the first column is always shown and first', () => {
  expect(readLayout('total,-no,customer,website', defaults)).toEqual({
    order: ['no', 'total', 'customer', 'website'],
    hidden: [],
  });
  const first = firstLayout(defaults);
  expect(moveColumn(first, 'no', 1)).toEqual(first);
  expect(moveColumn(first, 'customer', -1)).toEqual(first);
  expect(moveColumn(first, 'total', 1)).toEqual(first);
});
