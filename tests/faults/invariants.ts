import assert from 'node:assert/strict';
import { all, get } from '../../main/engine/db/database.ts';
import { letGo } from '../../main/engine/ledger/hold-service.ts';
import { buildHistory } from '../../main/engine/my-page/build-history.ts';
import { readHistorySources } from '../../main/engine/my-page/history-store.ts';
import { openTestStore } from '../support/my-page.ts';
import { askAmong, doDeed, uncertainMails } from './deeds.ts';
import { wrongSentences } from './expected-sentences.ts';
import { readMail } from './heard.ts';
import type { FaultScene } from './scene.ts';
import { key, readShopFacts } from './shop-facts.ts';

/** What staff were asked about after the faults, for the report. */
export type Aftermath = { readonly uncertain: number; readonly uncertainThatArrived: number };

/**
 * Lets the program go on without faults, staff decide truly about what is uncertain, and then holds what the mail server and My page
 * were given against what the shop did: every change told exactly once, to the right customer; My page as the store; nothing that
 * staff were told is stored is lost; nothing left to tell.
 *
 * @param mostUncertain how many mails may be before staff
 */
export async function goOnToTheEnd(
  scene: FaultScene,
  { mostUncertain }: { readonly mostUncertain: number },
): Promise<Aftermath> {
  const { shop, faults } = scene;
  faults.mailServer = {};
  faults.website = {};
  if (!shop.session.isOpen()) await shop.session.open(shop.companyPath);
  const { db } = shop.session.company();
  assert.deepEqual(get(db, 'PRAGMA integrity_check'), { integrity_check: 'ok' });
  assert.deepEqual(all(db, 'PRAGMA foreign_key_check'), []);
  scene.history.find(readShopFacts(db));
  for (const { id } of all<{ id: number }>(db, 'SELECT id FROM hold')) {
    shop.session.company().command((tx, context) => letGo(tx, context, id));
  }

  await soundRun(scene);
  const aftermath = decideTruly(scene, mostUncertain);
  // Who was written to three times today hears the rest on a day of which no clock has yet shown the date
  shop.passTime(10 * 24 * 60);
  await soundRun(scene);
  const { planned, published } = await soundRun(scene);
  assert.deepEqual({ planned, published }, { planned: 0, published: 0 });

  assert.deepEqual(wrongMails(scene), []);
  await assertMyPageIsAsTheStore(scene);
  const imported = all<{ no: string }>(db, 'SELECT web_order_no AS no FROM sales_order WHERE parent_order_id IS NULL');
  assert.deepEqual(imported.map(({ no }) => no).toSorted(), [...scene.placed.keys()].toSorted());
  assert.deepEqual(get(db, 'SELECT count(*) AS n FROM order_to_check'), { n: 0 });
  return aftermath;
}

async function soundRun({ shop }: FaultScene) {
  shop.passTime(5);
  const { website } = await shop.getWebsiteData();
  const { fetchProblem, publishProblem, sendProblem, updateProblem, groupsOutOfStep, notPublished } = website;
  assert.deepEqual([fetchProblem, publishProblem, sendProblem, updateProblem], [null, null, null, null]);
  assert.deepEqual({ groupsOutOfStep, notPublished }, { groupsOutOfStep: 0, notPublished: [] });
  const { planned, accepted, waiting, refused, uncertain, held } = website;
  assert.equal(planned, accepted + waiting + refused + uncertain + held);
  return website;
}

/** Staff know, as a person who asks the customer does, whether a mail arrived. */
function decideTruly({ shop, arrived, bodiesBegun }: FaultScene, mostUncertain: number): Aftermath {
  const { session } = shop;
  const { db } = session.company();
  // Nobody is asked about a mail that the server was never ready to take
  assert.deepEqual(
    uncertainMails(db).filter((mail) => !bodiesBegun.has(mail.address)),
    [],
  );
  const arrivedIds = arrived.map((mail) => mail.parsed.messageId ?? '');
  doDeed(session, { kind: 'decide', pick: 0, value: 0 }, askAmong(arrivedIds));
  const decided = (reason: string) =>
    get<{ n: number }>(db, 'SELECT count(*) AS n FROM mail WHERE reason = @reason', { reason })?.n ?? 0;
  const uncertainThatArrived = decided('it-arrived');
  const uncertain = uncertainThatArrived + decided('tell-anew');
  assert.ok(uncertain <= mostUncertain, `${uncertain} mails were uncertain`);
  return { uncertain, uncertainThatArrived };
}

/** What customers read, held against what the shop was like; each mail to the customer whose order it is. */
function wrongMails({ shop, arrived, history, placed }: FaultScene): readonly string[] {
  const { db } = shop.session.company();
  const orders = all<{ no: string; wants: number }>(
    db,
    `SELECT o.web_order_no AS no, c.order_status_mails AS wants FROM sales_order o JOIN contact c ON c.id = o.contact_id`,
  );
  const heard = arrived.flatMap((mail, at) => readMail(mail).map((section) => ({ to: mail.to, at, ...section })));
  const withheld = heard.filter((section) =>
    section.heard.some(
      ({ topic }) => section.at >= (history.neverAfter.get(key(section.webOrderNo, topic)) ?? Infinity),
    ),
  );
  const misled = heard.filter(({ to, webOrderNo }) => placed.get(webOrderNo.replace(/ \/ rest \d+$/, '')) !== to);
  const optedOut = new Set(orders.filter(({ wants }) => wants === 0).map(({ no }) => no));
  return [
    ...misled.map(({ to, webOrderNo, sentence }) => `${to} read of ${webOrderNo}: ${sentence}`),
    ...withheld.map(({ webOrderNo, sentence }) => `${webOrderNo} was told what staff withheld: ${sentence}`),
    ...wrongSentences({ states: history.states, withheld: history.withheld, heard, optedOut }),
  ];
}

/** My page shows every order as the store has it, and no other. */
async function assertMyPageIsAsTheStore({ shop }: FaultScene): Promise<void> {
  const { db, today } = shop.session.company();
  const orderIds = all<{ id: number }>(db, 'SELECT order_id AS id FROM order_publication').map(({ id }) => id);
  const ours = readHistorySources(db, orderIds).map((source) => buildHistory(source, { now: '', today: today() }));
  const store = await openTestStore(shop.myPage);
  const rows = await store.read.selectFrom('order_history').select('body').execute();
  await store.close();
  const held = rows.map(({ body }) => ({ ...JSON.parse(body ?? 'null'), asOf: '' }));
  const sorted = (documents: readonly { readonly orderId: string }[]) =>
    documents.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1));
  assert.deepEqual(sorted(held), sorted(ours));
}
