import type { RunStop, SinceShown, SurgeCause } from '../../shared/website-data.ts';
import { formatCount, formatInstant } from '../ui/format.ts';
import { programLocale } from '../ui/program-locale.ts';
import { t } from '../ui/texts.ts';

/** Why a run stopped before its first mail, in a sentence. */
export function stopWords(stop: RunStop): string {
  switch (stop.kind) {
    case 'preview':
      return t('e-commerce:stop.preview');
    case 'many-mails':
      return t('e-commerce:stop.manyMails', { count: stop.planned, largest: formatCount(stop.largestBefore) });
    case 'one-cause':
      return causeWords(stop);
  }
}

function causeWords({ cause, changes, days, orders, openOrders }: Extract<RunStop, { kind: 'one-cause' }>): string {
  const parts = { cause: nameOf(cause), orders: formatCount(orders), open: formatCount(openOrders) };
  if (days === null || days === 0) return t('e-commerce:stop.touched', { ...parts, count: changes });
  const dates = t('e-commerce:stop.dates', { count: changes });
  return t(days > 0 ? 'e-commerce:stop.later' : 'e-commerce:stop.earlier', { ...parts, dates, count: Math.abs(days) });
}

function nameOf(cause: SurgeCause): string {
  const names = {
    purchase: () => (cause.kind === 'purchase' ? String(cause.purchaseNo) : ''),
    product: () => (cause.kind === 'product' ? `${cause.productNo} ${cause.name}` : ''),
    import: () => (cause.kind === 'import' ? formatInstant(cause.at, new Date()) : ''),
  };
  return t(`e-commerce:stop.${cause.kind}`, { name: names[cause.kind]() });
}

const listFormat = new Intl.ListFormat(programLocale.language, { type: 'unit' });

/** How a run's mails compare with what its preview showed, said aloud. */
export function sinceShownWords(since: SinceShown): string {
  const kinds = ['same', 'changed', 'added', 'gone'] as const;
  const met = kinds.filter((kind) => kind === 'same' || since[kind] > 0);
  return `${listFormat.format(met.map((kind) => t(`e-commerce:sinceShown.${kind}`, { count: since[kind] })))}.`;
}
