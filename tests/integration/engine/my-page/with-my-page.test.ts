import { expect, onTestFinished, test } from 'vitest';
import { get, run } from '../../../../main/engine/db/database.ts';
import { publishOrderHistories } from '../../../../main/engine/my-page/publish-service.ts';
import { connectWebsite } from '../../../../main/engine/website/website-client.ts';
import { command, openTestCompany } from '../../../support/company.ts';
import { placeWebOrder } from '../../../support/histories.ts';
import { startMyPage } from '../../../support/my-page.ts';
import { companyOver } from '../../../support/web-orders.ts';

test('a real My page takes documents once, hands their state back in step, and knows a restored backup', async () => {
  const db = await openTestCompany();
  const myPage = await startMyPage();
  onTestFinished(() => myPage.close());
  const connector = connectWebsite({ siteAddress: myPage.url, key: myPage.desktopKey });
  const publish = () => publishOrderHistories(companyOver(db), { websiteId: 1, connector });
  command(db, (tx, context) => {
    for (let index = 1; index <= 120; index += 1)
      placeWebOrder(tx, context, { webOrderNo: `W-${index}`, name: `<script>${index}</script>\r\nX: y` });
    run(tx, `UPDATE sales_order SET status = 'cancelled', order_date = '2020-01-01' WHERE id = 5`);
  });
  const inStep = { republished: 0, failures: [], groupsOutOfStep: 0, stopped: false };
  expect(await publish()).toEqual({ ...inStep, published: 119, removed: 1 });
  expect(await publish()).toEqual({ ...inStep, published: 0, removed: 0 });
  // the site is ahead of an older company file
  command(db, (tx) => run(tx, 'UPDATE order_publication SET version = 1, answered_version = 1 WHERE order_id <= 3'));
  expect(await publish()).toMatchObject({ published: 3, republished: 3, groupsOutOfStep: 0 });
  expect(get(db, 'SELECT count(*) AS n FROM order_publication WHERE version <> answered_version')).toEqual({ n: 0 });
});
