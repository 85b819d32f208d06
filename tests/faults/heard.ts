import type { CaughtMail } from '../../demo/mail-catcher.ts';
import { pastDay } from './deeds.ts';
import type { FactValue } from './shop-facts.ts';

/** One thing that a customer read of one order. `before` is left out where the sentence names none. */
export type Heard = {
  readonly topic: string;
  readonly value: FactValue;
  readonly before?: FactValue;
};
export type HeardOfOrder = { readonly webOrderNo: string; readonly sentence: string; readonly heard: readonly Heard[] };

type Reading = (...groups: readonly string[]) => readonly Heard[];

const date = (words: string) => {
  const [, day = '', month = '', year = ''] = /^(\d+) (\w+) (\d{4})$/.exec(words) ?? [];
  const at = Date.parse(`${day} ${month} ${year} UTC`);
  if (Number.isNaN(at)) throw new Error(`Not a date: ${words}`);
  return new Date(at).toISOString().slice(0, 10);
};
const amount = (name = '', now = '', before = ''): Heard => ({
  topic: `${name}: amount`,
  value: Number(now),
  before: Number(before),
});
const delivered = (name = '', now = '', before = ''): Heard => ({
  topic: `${name}: delivered`,
  value: Number(now),
  before: Number(before),
});
const expected = (name = '', value: FactValue, before: FactValue): Heard => ({ topic: `${name}: date`, value, before });

/** Every sentence of the English mails that the scene can cause, read back to what it says. */
const sentences: readonly (readonly [RegExp, Reading])[] = [
  [/^Order status: (.+) \(before: (.+)\)\.$/, (value = '', before = '') => [{ topic: 'status', value, before }]],
  [/^Order status: (.+)\.$/, (value = '') => [{ topic: 'status', value }]],
  [/^Your order has been picked in our warehouse\.$/, () => [{ topic: 'picked', value: true }]],
  [/^The delivery note of your order has been printed\.$/, () => [{ topic: 'notes', value: true }]],
  [/^Shipping number: (\S+) \(Posten\)\.$/, (no = '') => [{ topic: `parcel ${no}`, value: true }]],
  [/^The rest follows as back order (.+)\.$/, (no = '') => [{ topic: `back order ${no}`, value: true }]],
  [
    /^(.+): (\d+) of \d+ delivered \(before: (\d+)\)[^.]*\. In the next delivery: (\d+) \(before: (\d+)\)\.$/,
    (name, now, before, next, nextBefore) => [delivered(name, now, before), amount(name, next, nextBefore)],
  ],
  [/^(.+): (\d+) of \d+ delivered \(before: (\d+)\)[^.]*\.$/, (...read) => [delivered(...read)]],
  [/^(.+): all (\d+) delivered \(before: (\d+)\)\.$/, (...read) => [delivered(...read)]],
  [/^(.+): (?:all )?(\d+)(?: of \d+)? in the next delivery \(before: (\d+)\)[^.]*\.$/, (...read) => [amount(...read)]],
  [/^(.+): not in the next delivery \(before: (\d+)\)[^.]*\.$/, (name, before) => [amount(name, '0', before)]],
  [
    /^(.+): nothing more to come on this order \(to be delivered before: (\d+)\)\.$/,
    (name, before) => [amount(name, '0', before)],
  ],
  [
    /^(.+): expected delivery (.+) \(no date was known before\)\.$/,
    (name, now = '') => [expected(name, date(now), null)],
  ],
  [
    /^Expected delivery of (.+) (?:moved|brought forward) from (.+) to (.+)\.$/,
    (name, before = '', now = '') => [expected(name, date(now), date(before))],
  ],
  [
    /^(.+): expected delivery (.+) no longer holds, a new date is not known yet\.$/,
    (name, before = '') => [expected(name, null, date(before))],
  ],
  [/^(.+) is delayed, new date to follow\.$/, (name) => [expected(name, pastDay, null)]],
  [
    /^(.+) is delayed, new date to follow \(expected before: (.+)\)\.$/,
    (name, before = '') => [expected(name, pastDay, date(before))],
  ],
  [/^(.+) is now back in stock\.$/, (name = '') => [{ topic: `${name}: in stock`, value: true }]],
];

/** What a customer reads in a mail, order by order. @throws Error for a sentence that the scene cannot cause */
export function readMail({ parsed }: CaughtMail): readonly HeardOfOrder[] {
  return (parsed.text ?? '').split(/^-{48}$/m).flatMap((section) => {
    const [, webOrderNo] = /^\nOrder (.+)$/m.exec(section) ?? [];
    const [, changes = ''] = /^What changed.*\n((?:(?:- | {2}).+\n)+)/m.exec(section) ?? [];
    if (webOrderNo === undefined) return [];
    return [...changes.matchAll(/^- (.+)$/gm)].map(([, sentence = '']) => ({
      webOrderNo,
      sentence,
      heard: readSentence(sentence),
    }));
  });
}

function readSentence(sentence: string): readonly Heard[] {
  for (const [pattern, reading] of sentences) {
    const groups = pattern.exec(sentence);
    if (groups !== null) return reading(...groups.slice(1));
  }
  throw new Error(`Not understood: ${sentence}`);
}
