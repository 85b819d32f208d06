import type { HeardOfOrder } from './heard.ts';
import { type FactValue, key, type ShopFacts } from './shop-facts.ts';

export type CustomersSide = {
  /** Every state that the shop was in, in the order of time. */
  readonly states: readonly ShopFacts[];
  /** What the customers of each order read, in the order in which it arrived. */
  readonly heard: readonly HeardOfOrder[];
  /** `<web order no.>|<topic>` that staff chose not to tell at some time. */
  readonly withheld: ReadonlySet<string>;
  /** Orders whose customer wants no mails. */
  readonly optedOut: ReadonlySet<string>;
};

/** Words of a mail for a status of the store. */
const statusWords: Readonly<Record<string, string>> = {
  order: 'In progress',
  'back-order': 'Back order',
  'invoice-not-delivered': 'Invoiced, not yet delivered',
  invoice: 'Invoiced',
  cancelled: 'Cancelled',
};
/** Told each time they happen; taken back in silence. */
const isHappening = (topic: string) => /^(picked|notes|parcel .*|back order .*)$|: in stock$/.test(topic);

/** A parcel or a back order is there or not yet. */
const isThereOnce = (topic: string) => /^(parcel|back order) /.test(topic);

/**
 * What is wrong with what customers were told, in the light of what the shop was like all the time. Knows nothing of runs, rules' order or
 * the ledger: only that each value told was once true, that each is told after the ones before it, names as "before" what the
 * customer knew, is never what he knew already, and that in the end he knows what is so (domain.md 9.1 to 9.9).
 */
export function wrongSentences(side: CustomersSide): readonly string[] {
  const last = side.states.at(-1) ?? {};
  const orders = new Set(Object.keys(last).flatMap((each) => /^(.*)\|status$/.exec(each)?.[1] ?? []));
  return [
    ...side.heard
      .filter(({ webOrderNo }) => !orders.has(webOrderNo))
      .map(({ sentence }) => `No such order: ${sentence}`),
    ...[...orders].flatMap((webOrderNo) => new Customer(side, webOrderNo).wrongs()),
  ];
}

/** The customer of one order, who remembers. */
class Customer {
  private readonly found: string[] = [];
  private readonly side: CustomersSide;
  private readonly webOrderNo: string;
  private readonly last: ShopFacts;
  /** What he may think by now; more than one value where the program may leave unsaid what follows from another sentence. */
  private readonly knows = new Map<string, ReadonlySet<FactValue>>();
  private readonly times = new Map<string, number>();
  /** Where in the history of a topic he is. */
  private readonly at = new Map<string, number>();

  constructor(side: CustomersSide, webOrderNo: string) {
    this.side = side;
    this.webOrderNo = webOrderNo;
    this.last = side.states.at(-1) ?? {};
  }

  wrongs(): readonly string[] {
    const { heard, optedOut } = this.side;
    const mine = heard.filter(({ webOrderNo }) => webOrderNo === this.webOrderNo);
    if (optedOut.has(this.webOrderNo)) return mine.map(({ sentence }) => `Wants no mails: ${sentence}`);
    for (const { sentence, heard: said } of mine) {
      const wrong = said.map((one) => (isHappening(one.topic) ? this.hearHappening(one.topic) : this.hearValue(one)));
      this.found.push(...wrong.filter((one) => one !== null).map((why) => `${this.webOrderNo}: ${sentence} ${why}`));
      this.conclude(said);
    }
    for (const topic of this.topics()) {
      const wrong = isHappening(topic) ? this.missedHappening(topic) : this.missedValue(topic);
      if (wrong !== null) this.found.push(`${this.webOrderNo}: ${topic}: ${wrong}`);
    }
    return this.found;
  }

  private topics(): readonly string[] {
    const start = key(this.webOrderNo, '');
    return Object.keys(this.last)
      .filter((each) => each.startsWith(start) && !each.endsWith(': waits'))
      .map((each) => each.slice(start.length));
  }

  /** Every value that a topic had, one after the other; of a back order's lines the customer knows what he heard of the parent's. */
  private history(topic: string): readonly FactValue[] {
    const values: FactValue[] = [];
    for (const state of this.side.states) {
      const value = this.valueIn(state, topic);
      if (value !== undefined && value !== values.at(-1)) values.push(value);
    }
    return values;
  }

  private valueIn(state: ShopFacts, topic: string): FactValue | undefined {
    return valueIn(state, this.webOrderNo, topic);
  }

  private known(topic: string): ReadonlySet<FactValue> {
    const known = this.knows.get(topic) ?? new Set(this.firstValues(topic));
    const name = topic.replace(/: [a-z ]+$/, '');
    return topic.endsWith(': date') && this.wasHereWithoutDate(name) ? new Set([...known, null]) : known;
  }

  private firstValues(topic: string): readonly FactValue[] {
    const own = this.side.states.findIndex((state) => key(this.webOrderNo, topic) in state);
    // A back order begins with what was known of the parent's line, which nobody but the ledger knows exactly
    if (parentOf(this.webOrderNo) !== null && / /.test(topic)) {
      const values = this.side.states.slice(0, own + 1).map((state) => this.valueIn(state, topic));
      return values.map((value) => (value === undefined ? 0 : value));
    }
    return this.history(topic).slice(0, 1);
  }

  /** What staff withheld of a line is withheld of the back order that it moves to as well. */
  private isWithheld(topic: string): boolean {
    const { withheld } = this.side;
    const parent = parentOf(this.webOrderNo);
    return withheld.has(key(this.webOrderNo, topic)) || (parent !== null && withheld.has(key(parent, topic)));
  }

  private hearValue({ topic, value, before }: HeardOfOrder['heard'][number]): string | null {
    const history = this.history(topic);
    const known = this.known(topic);
    const next = history.indexOf(value, this.at.get(topic) ?? 0);
    this.knows.set(topic, new Set([value]));
    if (next < 0) return `was not so then: ${history.join(', ')}`;
    this.at.set(topic, next);
    if (this.isWithheld(topic)) return null;
    if (known.size === 1 && known.has(value)) return 'was known already';
    return before === undefined || known.has(before) ? null : `names what was not known: ${[...known].join(', ')}`;
  }

  /** What a sentence says beside its words: pieces that were delivered are no longer to be; goods that are here need no date. */
  private conclude(said: HeardOfOrder['heard']): void {
    for (const { topic, value, before } of said) {
      const name = topic.replace(/: [a-z ]+$/, '');
      const add = (other: string, values: readonly FactValue[]) =>
        this.knows.set(other, new Set([...this.known(other), ...values]));
      if (topic.endsWith(': in stock')) add(`${name}: date`, [null]);
      const isAmountSaid = said.some((one) => one.topic === `${name}: amount`);
      if (topic.endsWith(': delivered') && !isAmountSaid) {
        const gone = Number(value) - Number(before);
        add(
          `${name}: amount`,
          [...this.known(`${name}: amount`)].map((amount) => Number(amount) - gone),
        );
      }
    }
  }

  private hearHappening(topic: string): string | null {
    const times = (this.times.get(topic) ?? 0) + 1;
    this.times.set(topic, times);
    const happened = this.timesHappened(topic);
    return times <= happened ? null : `was heard ${times} times, and was so ${happened} times`;
  }

  private timesHappened(topic: string): number {
    const history = this.history(topic);
    const rises = history.filter((value, n) => n > 0 && Number(value) > Number(history[n - 1])).length;
    return isThereOnce(topic) ? 1 : rises;
  }

  /** Whether the customer must know by now: an order that ended tells only its status (9.7). */
  private isDue(topic: string): boolean {
    return (topic === 'status' || this.valueIn(this.last, 'status') !== 'Cancelled') && !this.isWithheld(topic);
  }

  private isWaiting(topic: string): boolean {
    const line = topic.replace(/: [a-z ]+$/, ': waits');
    return this.last[key(this.webOrderNo, line)] !== false;
  }

  /** What was so at first, was not, and is again may have been so at every run. */
  private missedHappening(topic: string): string | null {
    const isNews = Number(this.valueIn(this.last, topic) ?? 0) > 0 && !this.isKnownAtFirst(topic);
    return isNews && this.isDue(topic) && !this.times.has(topic) ? 'was never heard' : null;
  }

  /** Of a back order's line also what was told of the parent's. */
  private isKnownAtFirst(topic: string): boolean {
    const parent = parentOf(this.webOrderNo);
    const isHeardOfParent = this.side.heard.some(
      ({ webOrderNo, heard }) => webOrderNo === parent && heard.some((one) => one.topic === topic),
    );
    return isHeardOfParent || (!isThereOnce(topic) && Number(this.history(topic)[0]) > 0);
  }

  private missedValue(topic: string): string | null {
    const value = this.valueIn(this.last, topic) ?? null;
    if (!this.isDue(topic) || this.known(topic).has(value)) return null;
    // What is not waited for has no date, and nothing of it is to come
    if (/: (date|amount)$/.test(topic) && !this.isWaiting(topic)) return null;
    return `is ${value}, known is ${[...this.known(topic)].join(', ')}`;
  }

  /** Goods that are here need no date, so it goes in silence; that they went again is silent too (domain.md 9.2). */
  private wasHereWithoutDate(name: string): boolean {
    return this.side.states.some(
      (state) => this.valueIn(state, `${name}: date`) === null && this.valueIn(state, `${name}: in stock`) === true,
    );
  }
}

function valueIn(state: ShopFacts, webOrderNo: string, topic: string): FactValue | undefined {
  const value = state[key(webOrderNo, topic)];
  if (value !== undefined) return topic === 'status' ? statusWords[String(value)] : value;
  const parent = /: (date|in stock)$/.test(topic) ? parentOf(webOrderNo) : null;
  return parent === null ? undefined : valueIn(state, parent, topic);
}

function parentOf(webOrderNo: string): string | null {
  return / \/ rest \d+$/.test(webOrderNo) ? webOrderNo.replace(/ \/ rest \d+$/, '') : null;
}
