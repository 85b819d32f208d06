import { Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CustomerKnows, NextToTell } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { narrowWindow } from '../ui/narrow.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { DontTellDialog } from './dont-tell-dialog.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { langOf, notToldClause } from './website-data-words.ts';

const useStyles = makeStyles({
  strip: {
    width: '280px',
    flexShrink: 0,
    overflowY: 'auto',
    padding: '12px 16px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: '24px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    [narrowWindow]: { width: '100%', borderLeft: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, padding: '0 0 0 16px', display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, margin: 0 },
  smallLink: { fontSize: 'inherit', lineHeight: 'inherit' },
  why: {
    margin: 0,
    paddingLeft: '8px',
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorderActive}`,
  },
});

/** What the customer was told, and what the next Get Website Data will tell. */
export function CustomerStrip({ orderId }: { readonly orderId: number }) {
  const styles = useStyles();
  const knows = useRead(['websiteData', 'customerKnows', orderId], () =>
    api.websiteData.customerKnows.query({ orderId }),
  );
  return (
    <aside className={styles.strip} aria-label={t('e-commerce:strip.label')}>
      {knows.error && !knows.data ? (
        <FailureState error={knows.error} onRetry={() => void knows.refetch()} />
      ) : knows.data ? (
        <>
          <Next knows={knows.data} orderId={orderId} />
          <Told knows={knows.data} />
        </>
      ) : (
        <Spinner size="tiny" label={t('e-commerce:strip.reading')} />
      )}
    </aside>
  );
}

function Next({ knows, orderId }: { readonly knows: CustomerKnows; readonly orderId: number }) {
  const styles = useStyles();
  const [asked, setAsked] = useState<NextToTell | null>(null);
  const tellAfterAll = useCommand((facts: readonly string[]) =>
    api.websiteData.tellAfterAll.mutate({ orderId, facts: [...facts] }),
  );
  return (
    <section className={styles.section} aria-label={t('e-commerce:strip.nextTitle')}>
      <SectionTitle>{t('e-commerce:strip.nextTitle')}</SectionTitle>
      {knows.next.length === 0 && knows.notTold === null ? (
        <p className={styles.quiet}>
          {knows.withheld.length === 0 ? t('e-commerce:strip.nothing') : t('e-commerce:strip.nothingElse')}
        </p>
      ) : null}
      {knows.notTold === null ? null : (
        <p className={styles.why}>{t('e-commerce:strip.notTold', { reason: notToldClause(knows.notTold) })}</p>
      )}
      {knows.next.length > 0 ? (
        <ul className={styles.list}>
          {knows.next.map((change) => (
            <li key={change.text}>
              <span lang={langOf(knows.language)}>{change.text}</span>{' '}
              <Link
                as="button"
                onClick={() => setAsked(change)}
                aria-label={t('e-commerce:strip.dontTellThis', { sentence: change.text })}
              >
                {t('e-commerce:strip.dontTell')}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
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
      {asked === null ? null : (
        <DontTellDialog orderId={orderId} change={asked} language={knows.language} onClose={() => setAsked(null)} />
      )}
      {knows.silentRules.map((rule) => (
        <p key={rule} className={styles.small}>
          {t('e-commerce:strip.ruleOff', { rule: t(`e-commerce:rule.no${rule}.label`) })}
        </p>
      ))}
    </section>
  );
}

function Told({ knows }: { readonly knows: CustomerKnows }) {
  const styles = useStyles();
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
