import { expect, test } from 'vitest';
import { all } from '../../../../main/engine/db/database.ts';
import { countDueSql, dueOrdersSql } from '../../../../main/engine/my-page/publication-store.ts';
import { openTestCompany } from '../../../support/company.ts';

test.each([
  ['a batch of due orders', dueOrdersSql, { websiteId: 1, afterOrderId: 0, limit: 500 }],
  ['how many are due', countDueSql, { websiteId: 1 }],
])('%s is found among what is due, however many orders the website has', async (_, sql, parameters) => {
  const db = await openTestCompany();
  const plan = all<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => detail);
  expect(plan).toEqual([
    expect.stringMatching(/^(SEARCH|SCAN) p USING (COVERING )?INDEX order_to_publish/),
    'SEARCH o USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});
