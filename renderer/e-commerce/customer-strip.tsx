import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { TypedOrderEdit } from '../../shared/order-window.ts';
import type { OrderView } from '../../shared/sales-orders.ts';
import type { CustomerKnows } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { StripNext } from './strip-next.tsx';
import { useStripStyles } from './strip-styles.ts';
import { useWouldBeTold } from './use-would-be-told.ts';
import { langOf } from './website-data-words.ts';

type Props = {
  readonly order: Pick<OrderView, 'id' | 'contactId' | 'websiteId'>;
  /** What somebody is typing into the order right now. */
  readonly typed: TypedOrderEdit | null;
};

/** What the customer was told, and what the next Get Website Data will tell, changing while one types. */
export function CustomerStrip({ order, typed }: Props) {
  const styles = useStripStyles();
  const knows = useRead(['websiteData', 'customerKnows', order.id], () =>
    api.websiteData.customerKnows.query({ orderId: order.id }),
  );
  const would = useWouldBeTold(order.id, typed);
  return (
    <aside className={styles.strip} aria-label={t('e-commerce:strip.label')}>
      {knows.error && !knows.data ? (
        <FailureState error={knows.error} onRetry={() => void knows.refetch()} />
      ) : knows.data ? (
        <>
          <StripNext order={order} knows={knows.data} would={would} />
          <Told knows={knows.data} />
        </>
      ) : (
        <Waiting label={t('e-commerce:strip.reading')} size="tiny" />
      )}
    </aside>
  );
}

function Told({ knows }: { readonly knows: CustomerKnows }) {
  const styles = useStripStyles();
  const [shownId, setShownId] = useState<number | null>(null);
  return (
    <section className={styles.section} aria-label={t('e-commerce:strip.label')}>
      <SectionTitle>{t('e-commerce:strip.toldTitle')}</SectionTitle>
      {knows.told.length === 0 ? <p className={styles.quiet}>{t('e-commerce:strip.nothingTold')}</p> : null}
      {knows.told.map((mail) => (
        <div key={mail.mailId}>
          <Link as="button" onClick={() => setShownId(mail.mailId)}>
            {t('e-commerce:strip.told', { at: formatInstant(mail.at, new Date()) })}
          </Link>
          <ul className={styles.list} lang={langOf(mail.language)}>
            {mail.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
      {shownId === null ? null : <MailDialog mailId={shownId} onClose={() => setShownId(null)} />}
    </section>
  );
}
