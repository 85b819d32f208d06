import type { NotToldReason } from '../../shared/change.ts';
import { assertNever } from '../../shared/errors.ts';
import type { KnownOfOrder, ToldKinds } from '../../shared/website-data.ts';
import { filterClause, notToldClause } from '../e-commerce/website-data-words.ts';
import { dayOf, formatShortDate } from '../ui/format.ts';
import type { Tone } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';

/** The column "Customer knows": a few words, and all of it for who stops there. */
export type KnowsWords = { readonly word: string; readonly whole: string; readonly tone: Tone | null };

/** These last until somebody puts the address right or decides about the mail. */
const refusals: readonly (NotToldReason | null)[] = ['address-refused', 'refused-three-times', 'malformed-address'];

/** What the customer of an order knows and will hear, in words; `today` is `YYYY-MM-DD`. */
export function wordKnown(known: KnownOfOrder, today: string): KnowsWords {
  const last = lastTold(known, today);
  const next = kindsInWords(known.next);
  const reason = known.reason === null ? '' : notToldClause(known.reason);
  const why = [...new Set(known.filtered.map(filterClause))].join(', ');
  const unsaid = why === '' ? '' : t('order-list:knows.filteredLong', { why });
  const wouldTell = next === '' ? '' : t('order-list:knows.wouldTell', { what: next });
  const words = (word: string, tone: Tone | null, ...whole: readonly string[]) => ({
    word,
    tone,
    // "shipping no." at the end of a sentence has its full stop already
    whole: whole.flatMap((part) => (part === '' ? [] : [part.replace(/\.\.$/, '.')])).join(' '),
  });
  switch (known.state) {
    case 'no-webshop-order':
      return words(t('order-list:knows.noWebOrder'), null, t('order-list:knows.noWebOrderLong'));
    case 'nothing-told':
      return words(t('order-list:knows.upToDate'), null, last, t('order-list:knows.nothingToTell'));
    case 'told':
      return words(toldInShort(known, today), null, last, t('order-list:knows.nothingToTell'));
    case 'will-be-told':
      return words(
        t('order-list:knows.willBeTold', { what: next }),
        'active',
        t('order-list:knows.willBeToldLong', { what: next }),
        unsaid,
        last,
      );
    case 'held':
    case 'not-told':
      // Nothing is held up and nobody has to do anything: as calm as what was told
      if (known.reason === 'filtered') return words(why, null, unsaid, last);
      if (refusals.includes(known.reason))
        return words(
          t('order-list:knows.refused'),
          'attention',
          t('order-list:knows.refusedLong', { reason }),
          wouldTell,
          last,
        );
      return known.state === 'held'
        ? words(t('order-list:knows.held'), 'attention', t('order-list:knows.heldLong', { reason }), wouldTell, last)
        : words(
            t('order-list:knows.notTold', { reason }),
            'waiting',
            t('order-list:knows.notToldLong', { reason }),
            wouldTell,
            last,
          );
    default:
      return assertNever(known.state, 'what a customer knows');
  }
}

function toldInShort({ told }: KnownOfOrder, today: string): string {
  if (told === null || told.kinds.length === 0) return t('order-list:knows.upToDate');
  return t('order-list:knows.told', { date: dateOf(told.at, today), what: kindsInWords(told.kinds) });
}

function lastTold({ told }: KnownOfOrder, today: string): string {
  if (told === null) return t('order-list:knows.neverTold');
  return t('order-list:knows.toldOn', { date: dateOf(told.at, today), what: kindsInWords(told.kinds) });
}

const dateOf = (instant: string, today: string) => formatShortDate(dayOf(new Date(instant)), today);

function kindsInWords(kinds: ToldKinds): string {
  return kinds.map((kind) => t(`order-list:knows.kind.${kind}`)).join(', ');
}
