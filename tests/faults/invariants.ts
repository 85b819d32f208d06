import assert from 'node:assert/strict';
import { all, get, type ReadDb } from '../../main/engine/db/database.ts';
import { buildHistory } from '../../main/engine/my-page/build-history.ts';
import { readHistorySources } from '../../main/engine/my-page/history-store.ts';
import { decideUncertainMail } from '../../main/engine/outbox/decide-mail-service.ts';
import { openTestStore } from '../support/my-page.ts';
import type { FaultScene } from './scene.ts';

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
  const stored = storedWork(db);
  assert.deepEqual(
    [...scene.acknowledged].filter((no) => !stored.has(no)),
    [],
  );

  await soundRun(scene);
  const aftermath = decideTruly(scene, mostUncertain);
  // Who was written to three times today hears the rest tomorrow
  shop.passTime(24 * 60);
  await soundRun(scene);
  const { planned, published } = await soundRun(scene);
  assert.deepEqual({ planned, published }, { planned: 0, published: 0 });

  assert.deepEqual(toldTwiceOrNever(scene), []);
  await assertMyPageIsAsTheStore(scene);
  const late = get(db, `SELECT count(*) AS n FROM sales_order WHERE web_order_no = 'W-NEW'`);
  assert.deepEqual(late, { n: 1 });
  assert.deepEqual(get(db, 'SELECT count(*) AS n FROM order_to_check'), { n: 0 });
  return aftermath;
}

/** What of the staff's work stands in the store, named so that it can be held against what they were told. */
function storedWork(db: ReadDb): ReadonlySet<string> {
  const shipped = all<{ no: string }>(db, 'SELECT shipping_no AS no FROM shipment').map(({ no }) => no);
  const orders = all<{ id: number; picked: number; text: string }>(db, 'SELECT id, picked, text FROM sales_order');
  return new Set([
    ...shipped,
    ...orders.filter(({ picked }) => picked === 1).map(({ id }) => pickedFact(id)),
    ...orders.map(({ id, text }) => textFact(id, text)),
  ]);
}

export const pickedFact = (orderId: number) => `order ${orderId} is picked`;
export const textFact = (orderId: number, text: string) => `order ${orderId} reads: ${text}`;

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
  const company = shop.session.company();
  const uncertain = all<{ id: number; address: string; messageId: string }>(
    company.db,
    `SELECT id, address, random_id AS messageId FROM mail WHERE state = 'uncertain'`,
  );
  assert.ok(uncertain.length <= mostUncertain, `${uncertain.length} mails are uncertain`);
  // Nobody is asked about a mail that the server was never ready to take
  assert.deepEqual(
    uncertain.filter((mail) => !bodiesBegun.has(mail.address)),
    [],
  );
  const ids = arrived.map((mail) => mail.parsed.messageId ?? '');
  const hasArrived = (messageId: string) => ids.some((id) => id.includes(messageId));
  for (const { id, messageId } of uncertain) {
    const decision = hasArrived(messageId) ? 'it-arrived' : 'tell-anew';
    company.command((tx, context) => decideUncertainMail(tx, context, { mailId: id, decision }));
  }
  return {
    uncertain: uncertain.length,
    uncertainThatArrived: uncertain.filter(({ messageId }) => hasArrived(messageId)).length,
  };
}

/** Every sentence that a customer should have read once, with how often he did, where that is not once. */
function toldTwiceOrNever({ shop, arrived }: FaultScene): readonly string[] {
  const { db } = shop.session.company();
  const orders = all<{ id: number; email: string; wants: number; picked: number }>(
    db,
    `SELECT o.id, o.ordering_email AS email, c.order_status_mails AS wants, o.picked
     FROM sales_order o JOIN contact c ON c.id = o.contact_id`,
  );
  const due = orders.flatMap(({ id, email, wants, picked }) => {
    const shipments = all<{ no: string }>(db, 'SELECT shipping_no AS no FROM shipment WHERE order_id = @id', { id });
    const sentences = [
      ...shipments.map(({ no }) => `Shipping number: ${no} (Posten).`),
      ...(picked === 1 ? ['Your order has been picked in our warehouse.'] : []),
    ];
    return wants === 1 ? sentences.map((sentence) => `${email}: ${sentence}`) : [];
  });
  const heard = arrived.flatMap((mail) =>
    [
      ...readable(mail).matchAll(/Shipping number: \S+ \(Posten\)\.|Your order has been picked in our warehouse\./g),
    ].map(([sentence]) => `${mail.to}: ${sentence}`),
  );
  return differencesOf(due, heard);
}

function readable({ parsed }: FaultScene['arrived'][number]): string {
  return (parsed.text ?? '').replaceAll(/\s+/g, ' ');
}

/** As bags: what stands in one more often than in the other. */
function differencesOf(due: readonly string[], heard: readonly string[]): readonly string[] {
  const count = (list: readonly string[], one: string) => list.filter((each) => each === one).length;
  return [...new Set([...due, ...heard])]
    .filter((one) => count(due, one) !== count(heard, one))
    .map((one) => `${one} (due ${count(due, one)}, heard ${count(heard, one)})`);
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
