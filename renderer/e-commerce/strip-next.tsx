import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { OrderView } from '../../shared/sales-orders.ts';
import type { CustomerKnows, NextToTell } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { DontTellDialog } from './dont-tell-dialog.tsx';
import { NotToldNowLine } from './not-told-now-line.tsx';
import { StripReason } from './strip-reason.tsx';
import { useStripStyles } from './strip-styles.ts';
import { langOf } from './website-data-words.ts';

type Props = {
  readonly order: Pick<OrderView, 'id' | 'contactId' | 'websiteId'>;
  readonly knows: CustomerKnows;
  /** What would stand here, were the text that is being typed stored. */
  readonly would: CustomerKnows | null;
};

/** What the next run tells, and why it does not tell. While one types, what it would tell stands in its place. */
export function StripNext({ order, knows, would }: Props) {
  const styles = useStripStyles();
  const [asked, setAsked] = useState<NextToTell | null>(null);
  const shown = would ?? knows;
  const stands = new Set(knows.next.map(({ text }) => text));
  return (
    <section className={styles.section} aria-label={t('e-commerce:strip.nextTitle')} aria-live="polite">
      <SectionTitle>{t('e-commerce:strip.nextTitle')}</SectionTitle>
      {shown.next.length === 0 && shown.notTold === null ? (
        <p className={styles.quiet}>
          {shown.withheld.length + shown.filtered.length === 0
            ? t('e-commerce:strip.nothing')
            : t('e-commerce:strip.nothingElse')}
          {would !== null && knows.next.length > 0 ? <Would /> : null}
        </p>
      ) : null}
      <StripReason order={order} knows={shown} />
      {shown.next.length > 0 ? (
        <ul className={styles.list}>
          {shown.next.map((change) => (
            <li key={change.text}>
              <span lang={langOf(shown.language)}>{change.text}</span>
              <DateSource change={change} />{' '}
              {would !== null && !stands.has(change.text) ? (
                <Would />
              ) : (
                <Link
                  as="button"
                  onClick={() => setAsked(change)}
                  aria-label={t('e-commerce:strip.dontTellThis', { sentence: change.text })}
                >
                  {t('e-commerce:strip.dontTell')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <Withheld orderId={order.id} knows={shown} />
      <Held knows={knows} />
      <Filtered filtered={shown.filtered} language={shown.language} />
      {asked === null ? null : (
        <DontTellDialog orderId={order.id} change={asked} language={knows.language} onClose={() => setAsked(null)} />
      )}
      {shown.silentRules.map((rule) => (
        <p key={rule} className={styles.small}>
          {t('e-commerce:strip.ruleOff', { rule: t(`e-commerce:rule.no${rule}.label`) })}
        </p>
      ))}
    </section>
  );
}

/** What an option of a rule leaves unsaid, each with why. */
function Filtered({ filtered, language }: Pick<CustomerKnows, 'filtered' | 'language'>) {
  const styles = useStripStyles();
  return filtered.map((change) => (
    <p key={change.text} className={styles.small}>
      <NotToldNowLine change={change} language={language} />
    </p>
  ));
}

/** Beside what is not stored yet. */
function Would() {
  const styles = useStripStyles();
  return <span className={styles.would}> {t('order-window:strip.would')}</span>;
}

function DateSource({ change }: { readonly change: NextToTell }) {
  const styles = useStripStyles();
  if (change.dateSource === undefined || change.dateSource === 'none') return null;
  return <span className={styles.small}> ({t(`order-window:strip.dateFrom.${change.dateSource}`)})</span>;
}

/** What staff hold back, and the way to let go. */
function Held({ knows }: { readonly knows: CustomerKnows }) {
  const styles = useStripStyles();
  const letGo = useCommand((holdId: number) => api.websiteData.letGo.mutate({ holdId }));
  return (
    <>
      {letGo.error ? <FailureMessage error={letGo.error} onDismiss={letGo.reset} /> : null}
      {knows.holds.map((hold) => (
        <p key={hold.id} className={styles.small}>
          {t(`e-commerce:hold.${hold.what}`)}: {t('e-commerce:hold.inStrip', { who: hold.who, reason: hold.reason })}{' '}
          <Link as="button" className={styles.smallLink} onClick={() => letGo.mutate(hold.id)}>
            {t('e-commerce:hold.letGo')}
          </Link>
        </p>
      ))}
    </>
  );
}

function Withheld({ orderId, knows }: { readonly orderId: number; readonly knows: CustomerKnows }) {
  const styles = useStripStyles();
  const tellAfterAll = useCommand((facts: readonly string[]) =>
    api.websiteData.tellAfterAll.mutate({ orderId, facts: [...facts] }),
  );
  return (
    <>
      {tellAfterAll.error ? <FailureMessage error={tellAfterAll.error} onDismiss={tellAfterAll.reset} /> : null}
      {knows.withheld.map((change) => (
        <p key={change.text} className={styles.small}>
          {t('e-commerce:strip.withheld', { who: change.who, reason: change.reason })}{' '}
          <span lang={langOf(knows.language)}>{change.text}</span>{' '}
          <Link
            as="button"
            className={styles.smallLink}
            onClick={() => tellAfterAll.mutate(change.facts)}
            aria-label={t('e-commerce:strip.tellThisAfterAll', { sentence: change.text })}
          >
            {t('e-commerce:strip.tellAfterAll')}
          </Link>
        </p>
      ))}
    </>
  );
}
