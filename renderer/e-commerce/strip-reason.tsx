import { Link } from '@fluentui/react-components';
import type { NotToldReason } from '../../shared/change.ts';
import type { OrderView } from '../../shared/sales-orders.ts';
import type { CustomerKnows } from '../../shared/website-data.ts';
import { useNavigation } from '../frame/place-context.tsx';
import type { Place } from '../frame/places.ts';
import { t } from '../ui/texts.ts';
import { useStripStyles } from './strip-styles.ts';
import { notToldClause } from './website-data-words.ts';

type Order = Pick<OrderView, 'contactId' | 'websiteId'>;
type Way = { readonly place: Place; readonly words: 'decide' | 'contact' | 'website' };

/** Where what keeps the customer from being told is put right. */
function wayOut(reason: NotToldReason, order: Order): Way | null {
  switch (reason) {
    case 'uncertain-mail':
    case 'parent-uncertain':
    case 'refused-three-times':
    case 'address-refused':
      return { place: { page: 'website-data' }, words: 'decide' };
    case 'opted-out':
    case 'no-address':
    case 'malformed-address':
      return { place: { page: 'contact', contactId: order.contactId }, words: 'contact' };
    case 'no-sender':
    case 'text-missing':
    case 'text-faulty':
      return websiteSettings(order);
    default:
      return null;
  }
}

function websiteSettings({ websiteId }: Order): Way {
  return { place: { page: 'website-settings', ...(websiteId === null ? {} : { websiteId }) }, words: 'website' };
}

/** Why nothing is told, or what is told cannot be handed over yet, and the way to where that is put right. */
export function StripReason({ order, knows }: { readonly order: Order; readonly knows: CustomerKnows }) {
  const { notTold } = knows;
  const lacksMailServer = knows.missing.includes('mail-server') || knows.missing.includes('sender');
  if (notTold !== null) {
    const reason = t('e-commerce:strip.notTold', { reason: notToldClause(notTold) });
    return <Reason text={[reason, knows.refusedAddress ?? ''].join(' ').trim()} way={wayOut(notTold, order)} />;
  }
  if (!lacksMailServer || knows.next.length === 0) return null;
  return <Reason text={t('order-window:strip.noMailServer')} way={websiteSettings(order)} />;
}

function Reason({ text, way }: { readonly text: string; readonly way: Way | null }) {
  const styles = useStripStyles();
  const { open } = useNavigation();
  return (
    <p className={styles.why}>
      {text}{' '}
      {way === null ? null : (
        <Link as="button" onClick={() => open(way.place)}>
          {t(`order-window:strip.way.${way.words}`)}
        </Link>
      )}
    </p>
  );
}
