import { makeStyles, tokens } from '@fluentui/react-components';
import { api } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureState } from '../ui/failure-message.tsx';
import { formatInstant } from '../ui/format.ts';
import { useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '8px 16px 24px', maxWidth: '720px' },
  activity: { padding: '12px 0', ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  subject: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  from: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: '8px 0 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What the contact wrote on websites: when, where, in which words. */
export function ContactActivities({ contactId }: { readonly contactId: number }) {
  const styles = useStyles();
  const query = useRead(['contacts', 'activities', contactId], () => api.contacts.activities.query({ contactId }));
  if (query.error) return <FailureState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Waiting label={t('contacts:activities.reading')} />;
  if (query.data.length === 0) {
    return <EmptyState title={t('contacts:activities.emptyTitle')} text={t('contacts:activities.emptyText')} />;
  }
  return (
    <ul className={styles.list} aria-label={t('contacts:activities.label')}>
      {query.data.map(({ id, at, websiteName, subject, text }) => (
        <li key={id} className={styles.activity}>
          <h2 className={styles.subject}>{subject === '' ? t('contacts:activities.noSubject') : subject}</h2>
          <div className={styles.from}>
            {t('contacts:activities.from', { date: formatInstant(at, new Date()), website: websiteName })}
          </div>
          <p className={styles.text}>{text}</p>
        </li>
      ))}
    </ul>
  );
}
