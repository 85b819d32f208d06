import type {
  Change,
  FactKey,
  FactMove,
  Facts,
  FactValue,
  RuleNumber,
  RuleSettings,
  ShipmentValue,
} from '../../../shared/change.ts';
import { endedStatuses, type OrderStatus } from '../../../shared/order.ts';
import { lineFact, parseFactKey, parseShipmentValue } from './facts.ts';
import { type Filter, filterOf } from './filter-of.ts';
import { followsFrom, isNoMove, quantity } from './moved-quantity.ts';

/** What the rules need to know of an order beside its facts, so that each change can be worded on its own. */
export type OrderUnderRules = {
  readonly lines: ReadonlyMap<number, LineUnderRules>;
  /** Numbers of back orders and credit notes as the customer knows them, by row id. */
  readonly orderNumbers: ReadonlyMap<number, string>;
  /** All that was invoiced is credited; an order credited in part goes on. */
  readonly isFullyCredited: boolean;
  /** The day of the run in the company's time zone; a date before it is told as delayed. */
  readonly today: string;
  readonly trackingUrlFor: (shipment: ShipmentValue) => string | null;
};
export type LineUnderRules = {
  readonly description: string;
  readonly unit: string;
  readonly orderedMilli: number;
  readonly remainingMilli: number;
  readonly isRemoved: boolean;
  /** Stock covers all that is to come. */
  readonly isInHand: boolean;
};

/** What the customer knows of an order: compared against `baseline`; "from" in words is the told value if there is one. */
export type Known = { readonly baseline: Facts; readonly told: Readonly<Record<FactKey, FactValue>> };

export type Findings = {
  /** What the customer is to be told, in the order in which it reads well. */
  readonly changes: readonly Change[];
  /** What an option of its rule leaves unsaid for now: its facts do not move, so that small moves add up (domain.md 9.2). */
  readonly filtered: readonly FilteredChange[];
  /** Facts that differ and yield no sentence: their baseline moves at once (domain.md 9.2). */
  readonly silent: readonly FactKey[];
};
export type FilteredChange = Filter & { readonly change: Change };

/**
 * Lists what the customer should hear between what he knows and the present state (domain.md 2.1, 9.2, 9.3, 9.7).
 * Compares states, not events: what was changed and changed back is no change.
 */
export function findChanges(known: Known, now: Facts, rules: RuleSettings, order: OrderUnderRules): Findings {
  const open = new Set(differingFacts(known.baseline, now));
  const finder = new Finder({ known, now, order, rules });
  const isOn = (rule: RuleNumber) => rules[rule];
  if (neverTold.includes(now.status as OrderStatus)) return { changes: [], filtered: [], silent: [...open].sort() };
  const changes: Change[] = [];
  const filtered: FilteredChange[] = [];
  const take = (change: Change | null) => {
    if (change === null || change.moves.every((move) => move.from === move.to)) return;
    const filter = filterOf(change, rules.options, order);
    if (filter === null) changes.push(change);
    else filtered.push({ change, ...filter });
    for (const move of change.moves) open.delete(move.fact);
  };

  if (isOn(1)) {
    for (const fact of factsOf(open, 'creditNote')) take(finder.credited(fact));
    if (open.has('status')) take(finder.status([...open].filter((fact) => finder.isInvoicingReset(fact))));
  }
  if (!isEnded(now, order)) {
    const backOrderRule: RuleNumber | null = isOn(1) ? 1 : isOn(5) ? 5 : null;
    if (backOrderRule !== null) {
      for (const fact of factsOf(open, 'backOrder')) take(finder.backOrderMade(fact, backOrderRule));
    }
    if (isOn(3) && open.has('picked')) take(finder.picked());
    if (isOn(2) && open.has('originalNotes')) take(finder.deliveryNotePrinted());
    if (isOn(4)) for (const fact of factsOf(open, 'shipment')) take(finder.shipment(fact));
    for (const lineId of order.lines.keys()) {
      if (isOn(5)) take(finder.lineQuantity(lineId, open));
      if (isOn(7)) take(finder.backInStock(lineId, open));
      if (isOn(6)) take(finder.expectedDate(lineId, open));
    }
  }
  return { changes, filtered, silent: [...open].sort() };
}

/** A webshop order that staff made a quotation or an order basis of mails nothing while it is one (domain.md 9.6). */
const neverTold: readonly OrderStatus[] = ['quotation', 'order-basis'];

/** Facts that are not the same in both; a fact that stands in one only differs. */
export function differingFacts(baseline: Facts, now: Facts): readonly FactKey[] {
  const differing: FactKey[] = [];
  for (const [fact, value] of Object.entries(now)) if (baseline[fact] !== value) differing.push(fact);
  for (const fact of Object.keys(baseline)) if (!(fact in now)) differing.push(fact);
  return differing;
}

/** An order now cancelled, lost or credited tells only of its status; its other facts move silently (domain.md 9.7). */
function isEnded(now: Facts, order: OrderUnderRules): boolean {
  return endedStatuses.includes(now.status as OrderStatus) || order.isFullyCredited;
}

function factsOf(facts: ReadonlySet<FactKey>, kind: 'shipment' | 'backOrder' | 'creditNote'): readonly FactKey[] {
  return [...facts].filter((fact) => fact.startsWith(`${kind}/`)).sort();
}

type Found = {
  readonly known: Known;
  readonly now: Facts;
  readonly order: OrderUnderRules;
  readonly rules: RuleSettings;
};

class Finder {
  private readonly known: Known;
  private readonly now: Facts;
  private readonly order: OrderUnderRules;
  /** Some pieces in stock count as the goods having come. */
  private readonly fewAreEnough: boolean;

  constructor({ known, now, order, rules }: Found) {
    this.known = known;
    this.now = now;
    this.order = order;
    this.fewAreEnough = !(rules[7] && rules.options[7].onlyWholeLine);
  }

  status(resets: readonly FactKey[]): Change {
    const move = this.move('status');
    return {
      kind: 'status',
      rule: 1,
      from: move.from as OrderStatus,
      to: move.to as OrderStatus,
      moves: readsTheSame(move.from, move.to) ? [] : [move, ...resets.map((fact) => this.move(fact))],
    };
  }

  /**
   * The reset of To be delivered that invoicing makes belongs to rule 1 (domain.md 9.7). It leaves nothing to come on
   * the line; where something is, staff lowered it, and that is rule 5's.
   */
  isInvoicingReset(fact: FactKey): boolean {
    const parts = parseFactKey(fact);
    if (parts.kind !== 'line' || parts.name !== 'toBeDelivered' || this.now[fact] !== 0) return false;
    const isInvoiced = this.now.status === 'invoice' || this.now.status === 'invoice-not-delivered';
    const line = this.order.lines.get(parts.id);
    return isInvoiced && line?.isRemoved !== true && (line?.remainingMilli ?? 0) <= 0;
  }

  credited(fact: FactKey): Change | null {
    if (!(fact in this.now)) return null;
    const isInPart = !this.order.isFullyCredited;
    return { kind: 'credited', rule: 1, creditNoteNo: this.numberOf(fact), isInPart, moves: [this.move(fact)] };
  }

  backOrderMade(fact: FactKey, rule: RuleNumber): Change | null {
    if (!(fact in this.now)) return null;
    return { kind: 'back-order-made', rule, backOrderNo: this.numberOf(fact), moves: [this.move(fact)] };
  }

  picked(): Change | null {
    if (this.now.picked !== true) return null;
    return { kind: 'picked', rule: 3, moves: [this.move('picked')] };
  }

  deliveryNotePrinted(): Change | null {
    const move = this.move('originalNotes');
    if (Number(move.to) <= Number(this.known.baseline.originalNotes ?? 0)) return null;
    return { kind: 'delivery-note-printed', rule: 2, moves: [move] };
  }

  shipment(fact: FactKey): Change | null {
    if (!(fact in this.now) || this.isTakenOffAndTypedAgain(fact)) return null;
    const move = this.move(fact);
    const to = parseShipmentValue(String(move.to));
    return {
      kind: 'shipment',
      rule: 4,
      from: move.from === null ? null : parseShipmentValue(String(move.from)),
      to,
      trackingUrl: this.order.trackingUrlFor(to),
      moves: [move],
    };
  }

  /** Shipments are a set of parcels (domain.md 9.1): one that the customer knows by another row is no news. */
  private isTakenOffAndTypedAgain(fact: FactKey): boolean {
    if (fact in this.known.baseline) return false;
    return [this.known.baseline, this.known.told].some((known) =>
      Object.entries(known).some(
        ([other, value]) => other.startsWith('shipment/') && !(other in this.now) && value === this.now[fact],
      ),
    );
  }

  /** Delivered and To be delivered of one line read as one sentence; a line seen for the first time tells nothing. */
  lineQuantity(lineId: number, open: ReadonlySet<FactKey>): Change | null {
    const line = this.order.lines.get(lineId);
    const deliveredFact = lineFact(lineId, 'delivered');
    const toBeDeliveredFact = lineFact(lineId, 'toBeDelivered');
    if (line === undefined || !(deliveredFact in this.known.baseline)) return null;
    const delivered = open.has(deliveredFact) ? this.move(deliveredFact) : null;
    const isReset = this.isInvoicingReset(toBeDeliveredFact);
    const toBeDelivered =
      open.has(toBeDeliveredFact) && (!isReset || delivered !== null) ? this.move(toBeDeliveredFact) : null;
    const moves = [delivered, toBeDelivered].filter((move) => move !== null);
    if (moves.length === 0) return null;
    const deliveredMilli = delivered === null ? null : quantity(delivered);
    const toBeDeliveredMilli = toBeDelivered === null ? null : quantity(toBeDelivered);
    return {
      kind: 'line-quantity',
      rule: 5,
      lineId,
      description: line.description,
      unit: line.unit,
      orderedMilli: line.orderedMilli,
      toComeMilli: line.remainingMilli,
      delivered: isNoMove(deliveredMilli) ? null : deliveredMilli,
      toBeDelivered:
        isReset || isNoMove(toBeDeliveredMilli) || followsFrom(toBeDeliveredMilli, deliveredMilli)
          ? null
          : toBeDeliveredMilli,
      isRemoved: line.isRemoved,
      moves,
    };
  }

  expectedDate(lineId: number, open: ReadonlySet<FactKey>): Change | null {
    const fact = lineFact(lineId, 'date');
    const line = this.order.lines.get(lineId);
    if (line === undefined || !open.has(fact) || !(fact in this.now) || !(fact in this.known.baseline)) return null;
    if (this.isDateOfArrivedGoods(lineId)) return null;
    const move = this.move(fact);
    const to = move.to as string | null;
    return {
      kind: 'expected-date',
      rule: 6,
      lineId,
      description: line.description,
      unit: line.unit,
      from: move.from as string | null,
      to,
      isDelayed: to !== null && to < this.order.today,
      moves: [move],
    };
  }

  /** From none to some, while the line waits. Told again each time stock really went from none to some. */
  backInStock(lineId: number, open: ReadonlySet<FactKey>): Change | null {
    const fact = lineFact(lineId, 'inStock');
    const line = this.order.lines.get(lineId);
    if (line === undefined || !open.has(fact)) return null;
    if (this.known.baseline[fact] !== false || this.now[fact] !== true) return null;
    return {
      kind: 'back-in-stock',
      rule: 7,
      lineId,
      description: line.description,
      unit: line.unit,
      moves: [
        { fact, from: false, to: true },
        ...(open.has(lineFact(lineId, 'date')) && this.isDateOfArrivedGoods(lineId)
          ? [this.move(lineFact(lineId, 'date'))]
          : []),
      ],
    };
  }

  /**
   * A date that goes with a purchase that was received: the goods are here, so "no date is known any more" would be
   * true of the register and wrong for the customer. A few pieces that lay there before are no arrival; nor are a few
   * that came, where rule 7 waits for all of them.
   */
  private isDateOfArrivedGoods(lineId: number): boolean {
    if (this.now[lineFact(lineId, 'date')] !== null || this.now[lineFact(lineId, 'inStock')] !== true) return false;
    const hasArrived = this.fewAreEnough && this.known.baseline[lineFact(lineId, 'inStock')] === false;
    return hasArrived || this.order.lines.get(lineId)?.isInHand === true;
  }

  /** "From" is the told value if there is one, else the baseline (domain.md 9.3). */
  private move(fact: FactKey): FactMove {
    const told = this.known.told[fact];
    return { fact, from: told !== undefined ? told : (this.known.baseline[fact] ?? null), to: this.now[fact] ?? null };
  }

  private numberOf(fact: FactKey): string {
    const parts = parseFactKey(fact);
    return (parts.kind === 'order' && this.order.orderNumbers.get(parts.id)) || String(this.now[fact]);
  }
}

/** Lost sale reads as Cancelled, so between the two nothing happened for the customer (domain.md 9.7, rule 1). */
function readsTheSame(from: FactValue, to: FactValue): boolean {
  const read = (status: FactValue) => (status === 'lost-sale' ? 'cancelled' : status);
  return read(from) === read(to);
}
