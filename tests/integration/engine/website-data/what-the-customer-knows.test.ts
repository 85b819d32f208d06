import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { all, get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { applyAcceptedMail } from '../../../../main/engine/ledger/ledger-service.ts';
import { readLedger } from '../../../../main/engine/ledger/ledger-store.ts';
import { findChangesOf } from '../../../../main/engine/ledger/plan-mails.ts';
import { readPresentOrder } from '../../../../main/engine/ledger/present-order-store.ts';
import { decideUncertainMail } from '../../../../main/engine/outbox/decide-mail-service.ts';
import { planOneOrder } from '../../../../main/engine/website-data/preview-service.ts';
import { change, type Facts, type FactValue } from '../../../../shared/change.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { OrderStatus } from '../../../../shared/order.ts';
import {
  dateDirections,
  noFilters,
  quantityNews,
  type RuleOptions,
  spokenAs,
} from '../../../../shared/rule-options.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { allRules } from '../../../support/facts.ts';
import { queueRun } from '../../../support/queued-run.ts';
import { anyRuleOptions } from '../../../support/rule-options.ts';
import { runs } from '../../../support/runs.ts';
import { type StaffWork, smallWork, staffWork } from '../../../support/staff-work.ts';
import { addContact, addProduct, addWebOrder, companyOver, editRules, setRules } from '../../../support/web-orders.ts';

/** What one customer knows of one order: the state at first sight, moved only by mails that arrived. */
type Knowledge = Map<number, Map<string, FactValue>>;
type Outcome = 'accepted' | 'waiting' | 'refused' | 'uncertain-arrived' | 'uncertain-lost';

const outcome = fc.constantFrom<Outcome>(
  'accepted',
  'accepted',
  'waiting',
  'refused',
  'uncertain-arrived',
  'uncertain-lost',
);
const outcomes = fc.array(outcome, { minLength: 4, maxLength: 4 });
const step = fc.oneof(
  { weight: 1, arbitrary: anyRuleOptions.map((options) => ({ kind: 'options' as const, options })) },
  { weight: 1, arbitrary: fc.constantFrom<number>(1, 3, 20).map((days) => ({ kind: 'days' as const, days })) },
  { weight: 8, arbitrary: staffWork.map((work) => ({ kind: 'work' as const, work })) },
  { weight: 2, arbitrary: outcomes.map((how) => ({ kind: 'run' as const, outcomes: how })) },
  { weight: 1, arbitrary: outcomes.map((how) => ({ kind: 'settle' as const, outcomes: how })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'decide' as const }) },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Moves so small that options decide about most of them. */
const smallStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: smallWork.map((work) => ({ kind: 'work' as const, work })) },
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'run', outcomes: ['accepted'] }) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        1: fc.record({ silentStatuses: fc.subarray(['order' as const, 'batch-order' as const]) }),
        5: fc.record({ speaksOf: fc.constantFrom(...quantityNews) }),
        6: fc.record({ toleranceDays: fc.nat(4), direction: fc.constantFrom(...dateDirections) }),
        7: fc.record({ onlyWholeLine: fc.boolean() }),
      })
      .map((options) => ({ kind: 'options' as const, options })),
  },
  { weight: 1, arbitrary: fc.constantFrom<number>(1, 2).map((days) => ({ kind: 'days' as const, days })) },
);

const told = z.array(change);

/** A shop with two customers, four orders, and customers who remember what they were told. */
class Shop {
  readonly db: ReadDb;
  readonly knowledge: Knowledge = new Map();
  private options: RuleOptions = noFilters;
  private today = testContext.today;
  /** Facts that a mail has named, `order/fact`. */
  private readonly heard = new Set<string>();
  /** What the last run passed over, and what counts as known without having been told: `order/fact` and the value then. */
  private readonly passed = new Map<string, FactValue>();
  private readonly letGo = new Map<string, FactValue>();

  constructor(db: ReadDb) {
    this.db = db;
    setRules(db, 1, 2, 3, 4, 5, 6, 7);
    const kari = addContact(db, { name: 'Kari Nordmann' });
    const ola = addContact(db, { name: 'Ola Hansen' });
    const jacket = addProduct(db, { name: 'Rain jacket', stockMilli: 4000 });
    const tent = addProduct(db, { name: 'Tunnel tent', stockMilli: 0 });
    addWebOrder(db, { contactId: kari, webOrderNo: 'KARI-1', productId: jacket, deliveryDate: '2026-03-05' });
    addWebOrder(db, {
      contactId: kari,
      webOrderNo: 'KARI-2',
      productId: tent,
      orderedMilli: 5000,
      deliveryDate: '2026-03-05',
    });
    addWebOrder(db, { contactId: ola, webOrderNo: 'OLA-1', productId: jacket });
    addWebOrder(db, { contactId: ola, webOrderNo: 'OLA-2', productId: tent });
    this.rememberFirstSights();
  }

  /** First sight tells nothing; of a back order's lines the customer knows the dates he heard of the parent's. */
  rememberFirstSights(): void {
    for (const row of all<{ orderId: number; parentId: number | null; baseline: string }>(
      this.db,
      `SELECT l.order_id AS orderId, o.parent_order_id AS parentId, l.baseline FROM ledger l JOIN sales_order o ON o.id = l.order_id
       ORDER BY o.id`,
    )) {
      if (this.knowledge.has(row.orderId)) continue;
      const known = new Map(Object.entries(JSON.parse(row.baseline) as Record<string, FactValue>));
      const parent = row.parentId === null ? undefined : this.knowledge.get(row.parentId);
      for (const line of parent === undefined ? [] : this.linesOf(row.orderId)) {
        const heard = parent?.get(`line/${line.origin}/date`);
        if (heard !== undefined && known.has(`line/${line.id}/date`)) known.set(`line/${line.id}/date`, heard);
        this.inherit(`${row.parentId}/line/${line.origin}`, `${row.orderId}/line/${line.id}`);
      }
      this.knowledge.set(row.orderId, known);
    }
  }

  /** A back order's line goes on from where its parent's stood. */
  private inherit(from: string, to: string): void {
    for (const name of ['date', 'inStock']) {
      if (this.heard.has(`${from}/${name}`)) this.heard.add(`${to}/${name}`);
      for (const noted of [this.passed, this.letGo]) {
        const value = noted.get(`${from}/${name}`);
        if (value !== undefined) noted.set(`${to}/${name}`, value);
      }
    }
  }

  private company() {
    return companyOver(this.db, { ...testContext, today: this.today });
  }

  forward(days: number): void {
    this.today = new Date(Date.parse(this.today) + days * 86_400_000).toISOString().slice(0, 10);
  }

  /** Every change that an option leaves unsaid now, held or not, as `order/fact` with the present value. */
  private unsaid(orderIds: Iterable<number> = this.knowledge.keys()) {
    const rules = { ...allRules, options: this.options };
    return [...orderIds].flatMap((orderId) => {
      const order = readPresentOrder(this.db, orderId);
      const ledger = readLedger(this.db, orderId);
      if (order === undefined || ledger === undefined) return [];
      return findChangesOf(order, ledger, { rules, today: this.today }).filtered.map(({ change: one }) =>
        one.moves.map(({ fact }) => [`${orderId}/${fact}`, order.facts[fact] ?? null] as const),
      );
    });
  }

  /** A held order is not judged: what was passed over of it stays so. */
  private notePassedOver(): void {
    const judged = [...this.knowledge.keys()].filter((id) => planOneOrder(this.company(), id)?.isHeld !== true);
    for (const fact of this.passed.keys()) if (judged.includes(Number(fact.split('/')[0]))) this.passed.delete(fact);
    for (const [fact, value] of this.unsaid(judged).flat()) this.passed.set(fact, value);
  }

  /** Staff choose other options. What a run passed over and the new ones would tell is old news: it may never be told. */
  choose(options: RuleOptions): void {
    const before = this.unsaid();
    editRules(this.db, { ruleOptions: options }, { today: this.today });
    this.options = options;
    const after = new Set(this.unsaid().flatMap((one) => one.map(([fact]) => fact)));
    for (const [fact, to] of before.flat()) {
      const [orderId = '', ...name] = fact.split('/');
      const from = this.knowledge.get(Number(orderId))?.get(name.join('/'));
      const stays = fact.endsWith('/date') && this.mayStayUnsaid(name.join('/'), { from, to });
      if (stays) expect(after, `${fact} is left unsaid by the new options too`).toContain(fact);
    }
    for (const one of before) {
      if (!one.every(([fact, value]) => this.passed.get(fact) === value)) continue;
      for (const [fact, value] of one) if (!after.has(fact)) this.count(fact, value);
    }
    for (const orderId of this.knowledge.keys()) {
      for (const { moves } of planOneOrder(this.company(), orderId)?.changes ?? []) {
        const isOld = moves.every((move) => this.letGo.get(`${orderId}/${move.fact}`) === move.to);
        expect(isOld, `order ${orderId}: old news ${JSON.stringify(moves)}`).toBe(false);
      }
    }
  }

  /** It counts as known; a customer who was told another value still knows that one. */
  private count(fact: string, value: FactValue): void {
    this.letGo.set(fact, value);
    const [orderId = '', ...name] = fact.split('/');
    if (!this.heard.has(fact)) this.knowledge.get(Number(orderId))?.set(name.join('/'), value);
  }

  /**
   * Stock that went moves silently, and so does a line that waits no more: what a customer heard of it holds no longer, and stock
   * that comes again is news.
   */
  private followStock(): void {
    for (const [orderId, known] of this.knowledge) {
      const facts = readPresentOrder(this.db, orderId)?.facts;
      if (facts === undefined || planOneOrder(this.company(), orderId)?.isHeld === true) continue;
      for (const fact of [...known.keys()].filter((name) => name.endsWith('/inStock'))) {
        if (facts[fact] === undefined) known.delete(fact);
        else if (facts[fact] === false) known.set(fact, false);
      }
    }
  }

  /** A date that went with goods that are here went silently; it stays so when they go again (ADR 8). */
  private letGoWithGoods(): void {
    for (const orderId of this.knowledge.keys()) {
      const facts = readPresentOrder(this.db, orderId)?.facts ?? {};
      for (const [fact, value] of Object.entries(facts)) {
        const hasGoods = facts[fact.replace('/date', '/inStock')] === true;
        if (fact.endsWith('/date') && value === null && hasGoods) this.letGo.set(`${orderId}/${fact}`, null);
      }
    }
  }

  /** What moved on since it counted as known is news when it comes again. */
  private forgetWhatMovedOn(): void {
    for (const orderId of this.knowledge.keys()) {
      const facts = readPresentOrder(this.db, orderId)?.facts ?? {};
      for (const [fact, value] of this.letGo) {
        const [ofOrder, ...name] = fact.split('/');
        if (Number(ofOrder) === orderId && facts[name.join('/')] !== value) this.letGo.delete(fact);
      }
    }
  }

  private linesOf(orderId: number): readonly { id: number; origin: number }[] {
    return all(
      this.db,
      'SELECT id, origin_line_id AS origin FROM order_line WHERE order_id = @orderId AND origin_line_id IS NOT NULL',
      { orderId },
    );
  }

  work(work: StaffWork): void {
    try {
      work(this.db);
    } catch (error) {
      // Staff are told when something cannot be done; then nothing was done
      if (!(error instanceof AppError)) throw error;
    }
    this.rememberFirstSights();
  }

  /** Queues mails and leaves them under way, so that staff go on working before the server has answered. */
  async queue(): Promise<number> {
    const { planned } = await queueRun(this.company());
    this.notePassedOver();
    this.followStock();
    this.letGoWithGoods();
    this.forgetWhatMovedOn();
    return planned;
  }

  /** The server answers, or does not. */
  settleAll(outcomes: readonly Outcome[]): void {
    const mails = all<{ id: number; contactId: number; plain: string; html: string }>(
      this.db,
      `SELECT id, contact_id AS contactId, plain, html FROM whole_mail WHERE state = 'queued' ORDER BY id`,
    );
    mails.forEach((mail, index) => {
      const stranger = mail.contactId === 1 ? /OLA|Ola/ : /KARI|Kari/;
      expect(mail.plain).not.toMatch(stranger);
      expect(mail.html).not.toMatch(stranger);
      this.settle(mail.id, outcomes[index % outcomes.length] ?? 'accepted');
    });
  }

  private settle(mailId: number, how: Outcome): void {
    if (how === 'accepted' || how === 'uncertain-arrived') this.customerReads(mailId);
    const state = how.startsWith('uncertain') ? 'uncertain' : how;
    inTransaction(this.db, (tx) => {
      run(tx, 'UPDATE mail SET state = @state, refused_runs = 0 WHERE id = @mailId', { mailId, state });
      if (state === 'accepted') applyAcceptedMail(tx, testContext, mailId);
    });
    if (how === 'uncertain-arrived') this.undecided.push({ mailId, decision: 'it-arrived' });
    if (how === 'uncertain-lost') this.undecided.push({ mailId, decision: 'tell-anew' });
  }

  private readonly undecided: { mailId: number; decision: 'it-arrived' | 'tell-anew' }[] = [];

  /** Staff find out, truly, what became of each uncertain mail. */
  decide(): void {
    for (const input of this.undecided.splice(0))
      inTransaction(this.db, (tx) => decideUncertainMail(tx, testContext, input));
  }

  private customerReads(mailId: number): void {
    const rows = all<{ orderId: number; changes: string }>(
      this.db,
      'SELECT order_id AS orderId, changes FROM mail_order WHERE mail_id = @mailId',
      { mailId },
    );
    for (const row of rows) {
      const known = this.knowledge.get(row.orderId);
      for (const one of told.parse(JSON.parse(row.changes))) {
        const isNews = one.moves.some((move) => known?.get(move.fact) !== move.to);
        // Stock that came, went and came again is told again, and so is a date that went with its goods and came back
        const followsSilentStep = one.kind === 'back-in-stock' || (one.kind === 'expected-date' && one.from === null);
        if (!followsSilentStep) expect(isNews, `order ${row.orderId} hears twice: ${JSON.stringify(one)}`).toBe(true);
        for (const move of one.moves) {
          known?.set(move.fact, move.to);
          this.heard.add(`${row.orderId}/${move.fact}`);
        }
      }
      const moves = told.parse(JSON.parse(row.changes)).flatMap((one) => one.moves);
      this.tellBackOrders({ mailId, orderId: row.orderId }, moves);
    }
  }

  /**
   * A date told of a line holds for the part of it that a back order took over while the mail was under way; a back order that
   * stands in the mail itself tells its own.
   */
  private tellBackOrders(
    { mailId, orderId }: { mailId: number; orderId: number },
    moves: readonly { fact: string; from: FactValue; to: FactValue }[],
  ): void {
    const lines = all<{ id: number; orderId: number; origin: number }>(
      this.db,
      `SELECT l.id, l.order_id AS orderId, l.origin_line_id AS origin FROM order_line l JOIN sales_order o ON o.id = l.order_id
       WHERE o.parent_order_id = @orderId AND l.origin_line_id IS NOT NULL
         AND o.id NOT IN (SELECT order_id FROM mail_order WHERE mail_id = @mailId)`,
      { orderId, mailId },
    );
    for (const line of lines) {
      for (const move of moves) {
        const [, id, name] = move.fact.split('/');
        if (name !== 'date' && name !== 'inStock') continue;
        const known = this.knowledge.get(line.orderId);
        const fact = `line/${line.id}/${name}`;
        if (Number(id) !== line.origin || known === undefined) continue;
        // A date that went with its goods went silently, so that the next one is told as the first
        const isFirst = move.from === null && !this.heard.has(`${line.orderId}/${fact}`);
        if (known.get(fact) !== move.from && !isFirst) continue;
        known.set(fact, move.to);
        this.heard.add(`${line.orderId}/${fact}`);
      }
    }
  }

  /** Facts on which customer and store differ although the rules speak of them; must be empty once all was told. */
  differences(): readonly string[] {
    const found: string[] = [];
    const unsaid = new Set(this.unsaid().flatMap((one) => one.map(([fact]) => fact)));
    for (const [orderId, known] of this.knowledge) {
      const order = readPresentOrder(this.db, orderId);
      if (order === undefined) continue;
      const ended = ['cancelled', 'lost-sale'].includes(order.status) || order.isFullyCredited;
      for (const [fact, value] of Object.entries(order.facts)) {
        if (ended && fact !== 'status' && !fact.startsWith('creditNote')) continue;
        if (known.get(fact) === value || isSilentDirection(order.facts, fact, known.has(fact))) continue;
        if (this.letGo.get(`${orderId}/${fact}`) === value) continue;
        if (unsaid.has(`${orderId}/${fact}`) && this.mayStayUnsaid(fact, { from: known.get(fact), to: value }))
          continue;
        found.push(`order ${orderId} ${fact}: knows ${known.get(fact)}, is ${value}`);
      }
    }
    return found;
  }

  private isLineCovered(fact: string): boolean {
    const row = get<{ stock: number; remaining: number }>(
      this.db,
      `SELECT s.quantity_milli AS stock, l.remaining_milli AS remaining FROM order_line l
       JOIN product_stock s ON s.product_id = l.product_id WHERE l.id = @lineId`,
      { lineId: Number(fact.split('/')[1]) },
    );
    return row !== undefined && row.stock >= row.remaining;
  }

  /** What the options say, put in other words than the program's. */
  private mayStayUnsaid(fact: string, { from, to }: { from: FactValue | undefined; to: FactValue }): boolean {
    if (fact === 'status') {
      const read = spokenAs(to as OrderStatus);
      return read !== null && this.options[1].silentStatuses.includes(read);
    }
    if (fact.startsWith('creditNote/')) return this.options[1].silentStatuses.includes('credited');
    if (/delivered$/i.test(fact))
      return this.options[5].speaksOf !== 'both' || this.options[1].silentStatuses.length > 0;
    if (fact.endsWith('/inStock')) return this.options[7].onlyWholeLine && !this.isLineCovered(fact);
    if (!fact.endsWith('/date') || typeof from !== 'string' || typeof to !== 'string') return false;
    const comesOn = to < this.today ? this.today : to;
    const days = (Date.parse(comesOn) - Date.parse(from)) / 86_400_000;
    const { toleranceDays, direction } = this.options[6];
    if (direction === 'later' && days <= 0) return true;
    if (direction === 'earlier' && (days > 0 || to < this.today)) return true;
    return toleranceDays > 0 && Math.abs(days) <= toleranceDays;
  }
}

/** Picked off and stock back to 0 are silent, a line's facts seen first are too, and a date that goes with its goods. */
function isSilentDirection(facts: Facts, fact: string, isKnown: boolean): boolean {
  if (fact === 'picked') return facts[fact] === false;
  if (fact.endsWith('/inStock') && facts[fact] === false) return true;
  if (fact.endsWith('/date') && facts[fact] === null && facts[fact.replace('/date', '/inStock')] === true) return true;
  return fact.startsWith('line/') && !isKnown;
}

async function walk(steps: readonly Step[]): Promise<void> {
  const db = await openTestCompany();
  const shop = new Shop(db);
  for (const one of steps) {
    if (one.kind === 'work') shop.work(one.work);
    if (one.kind === 'decide') shop.decide();
    if (one.kind === 'options') shop.choose(one.options);
    if (one.kind === 'days') shop.forward(one.days);
    if (one.kind === 'settle') shop.settleAll(one.outcomes);
    if (one.kind === 'run') {
      // One run at a time: the mails of the last one have come to an end
      shop.settleAll(one.outcomes);
      await shop.queue();
    }
  }
  shop.settleAll(['accepted']);
  shop.decide();
  await shop.queue();
  shop.settleAll(['accepted']);
  expect(shop.differences()).toEqual([]);
  expect(await shop.queue()).toBe(0);
  expect(get(db, 'SELECT count(*) AS n FROM order_to_check WHERE look_again_on IS NULL')).toEqual({ n: 0 });
  // All that was left unsaid is old news once the options are gone
  shop.choose(noFilters);
  expect(await shop.queue()).toBe(0);
  expect(get(db, 'SELECT count(*) AS n FROM order_to_check')).toEqual({ n: 0 });
  db.close();
}

it('what customers were told, applied to what they knew, is the present state but for what options leave unsaid', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), walk), { numRuns: runs(100) });
}, 120_000);

it('the same where dates move by days, stock by pieces, and options are changed all the time', async () => {
  await fc.assert(fc.asyncProperty(fc.array(smallStep, { minLength: 5, maxLength: 30 }), walk), { numRuns: runs(200) });
}, 120_000);
