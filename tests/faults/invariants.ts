import { expect } from 'vitest';
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
  expect(get(db, 'PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  expect([...scene.acknowledged].filter((no) => !storedShippingNos(db).has(no))).toEqual([]);

  await soundRun(scene);
  const aftermath = decideTruly(scene, mostUncertain);
  await soundRun(scene);
  expect(await soundRun(scene)).toMatchObject({ planned: 0, published: 0 });

  expect(toldTwiceOrNever(scene)).toEqual([]);
  expect(await differencesOnMyPage(scene)).toEqual([]);
  expect(get(db, `SELECT count(*) AS n FROM sales_order WHERE web_order_no = 'W-NEW'`)).toEqual({ n: 1 });
  expect(get(db, 'SELECT count(*) AS n FROM order_to_check')).toEqual({ n: 0 });
  return aftermath;
}

async function soundRun({ shop }: FaultScene) {
  shop.passTime(5);
  const { website } = await shop.getWebsiteData();
  const { fetchProblem, publishProblem, sendProblem, updateProblem, groupsOutOfStep, notPublished } = website;
  expect({ fetchProblem, publishProblem, sendProblem, updateProblem, groupsOutOfStep, notPublished }).toEqual({
    fetchProblem: null,
    publishProblem: null,
    sendProblem: null,
    updateProblem: null,
    groupsOutOfStep: 0,
    notPublished: [],
  });
  const { planned, accepted, waiting, refused, uncertain, held } = website;
  expect(planned).toBe(accepted + waiting + refused + uncertain + held);
  return website;
}

/** Staff know, as a person who asks the customer does, whether a mail arrived. */
function decideTruly({ shop, arrived, bodiesBegun }: FaultScene, mostUncertain: number): Aftermath {
  const company = shop.session.company();
  const uncertain = all<{ id: number; address: string; messageId: string }>(
    company.db,
    `SELECT id, address, random_id AS messageId FROM mail WHERE state = 'uncertain'`,
  );
  expect(uncertain.length).toBeLessThanOrEqual(mostUncertain);
  // Nobody is asked about a mail that the server was never ready to take
  expect(uncertain.filter((mail) => !bodiesBegun.has(mail.address))).toEqual([]);
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

function storedShippingNos(db: ReadDb): ReadonlySet<string> {
  return new Set(all<{ no: string }>(db, 'SELECT shipping_no AS no FROM shipment').map(({ no }) => no));
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

/** Orders that My page does not show as the store has them, or shows though they are not there. */
async function differencesOnMyPage({ shop }: FaultScene): Promise<readonly string[]> {
  const { db, today } = shop.session.company();
  const orderIds = all<{ id: number }>(db, 'SELECT order_id AS id FROM order_publication').map(({ id }) => id);
  const moment = { now: '', today: today() };
  const ours = readHistorySources(db, orderIds).map((source) => buildHistory(source, moment));
  const store = await openTestStore(shop.myPage);
  const rows = await store.read.selectFrom('order_history').select(['order_id', 'version', 'body']).execute();
  await store.close();
  const held = new Map(rows.map((row) => [row.order_id, JSON.parse(row.body ?? 'null')]));
  for (const document of ours) {
    expect({ ...held.get(document.orderId), asOf: '' }).toEqual(document);
  }
  return [...held.keys()].filter((id) => !ours.some(({ orderId }) => orderId === id));
}
