import assert from 'node:assert/strict';
import type { ShopFacts } from './shop-facts.ts';

/** What the shop was like all the time, as staff saw it. */
export class ShopHistory {
  readonly states: ShopFacts[] = [];
  /** `<web order no.>|<topic>` of which staff said that the customer need not hear. */
  readonly withheld = new Set<string>();
  /** Staff were told so often that what they did is stored. */
  acknowledged = 0;
  /** What is withheld for good, while no mail was under way, with the number of mails that had arrived: no later one tells it. */
  readonly neverAfter = new Map<string, number>();
  private isUnderWay = false;
  private toWithhold: [string, number][] = [];

  /** @param arrived the number of mails that have arrived, where none is under way */
  withhold(topics: readonly string[], arrived: number | null): void {
    for (const topic of topics) this.withheld.add(topic);
    // Of what may change again staff decide again
    const lasting = topics.filter((topic) => /\|(parcel|back order) /.test(topic));
    this.toWithhold = arrived === null ? [] : lasting.map((topic) => [topic, arrived]);
  }

  /** The shop as it is found after a start: just as staff were told, but for what was under way and for orders that came in. */
  find(facts: ShopFacts): void {
    const last = this.states.at(-1);
    if (last !== undefined && !this.isUnderWay) {
      assert.deepEqual(Object.fromEntries(Object.keys(last).map((each) => [each, facts[each]])), last);
    }
    this.isUnderWay = false;
    this.states.push(facts);
  }

  begin(facts: ShopFacts): void {
    this.find(facts);
    this.isUnderWay = true;
  }

  end(facts: ShopFacts, isDone: boolean): void {
    this.isUnderWay = false;
    if (!isDone) {
      this.find(facts);
      return;
    }
    this.acknowledged += 1;
    for (const [topic, arrived] of this.toWithhold.splice(0)) this.neverAfter.set(topic, arrived);
    this.states.push(facts);
  }
}
