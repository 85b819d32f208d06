import { makeStyles } from '@fluentui/react-components';
import type { KnownOfOrder } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { askTogether } from '../ui/ask-together.ts';
import { dayOf } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { wordKnown } from './knows-words.ts';

const useStyles = makeStyles({
  cell: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' },
});

/** The rows that come into sight together are asked for in one call, so the column never holds back the list. */
const readKnown = askTogether<number, KnownOfOrder>(async (orderIds) => {
  const known = await api.websiteData.knownOfOrders.query({ orderIds: [...orderIds] });
  return new Map(known.map((each) => [each.orderId, each]));
}, 200);

/** What the customer of one order knows; empty until it is known. */
export function KnowsCell({ orderId }: { readonly orderId: number }) {
  const styles = useStyles();
  const known = useRead(['website-data', 'known-of-order', orderId], () => readKnown(orderId)).data;
  if (known === null || known === undefined) return null;
  const { word, whole, tone } = wordKnown(known, dayOf(new Date()));
  return (
    <span title={whole} className={styles.cell}>
      {tone === null ? word : <StatusWord word={word} tone={tone} />}
    </span>
  );
}
