import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Overview } from '../../shared/website-data.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { useUndo } from '../ui/undo.tsx';
import { useCompany } from './company-context.tsx';
import { useNavigation } from './place-context.tsx';
import { myPageText, needsDecisionText } from './run-words.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '24px',
    alignItems: 'center',
    padding: '0 12px',
    height: '26px',
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  company: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexGrow: 1 },
  // The file's place gives way first; what asks for a person is never cut
  fixed: { whiteSpace: 'nowrap', flexShrink: 0 },
  link: { fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap', flexShrink: 0 },
});

/** The bar at the bottom: which company, and what asks for a person. */
export function StatusBar({ overview }: { readonly overview: Overview | undefined }) {
  const styles = useStyles();
  const company = useCompany();
  const { open } = useNavigation();
  const { last, undoLast } = useUndo();
  const decision = overview ? needsDecisionText(overview) : null;
  return (
    <footer className={styles.bar}>
      <span className={styles.company} title={company.path}>
        {company.name} – {company.path}
      </span>
      {last ? (
        <Link as="button" className={styles.link} onClick={undoLast}>
          {t('common:undo.offer', { label: last.label })}
        </Link>
      ) : null}
      {decision ? (
        <Link as="button" className={styles.link} onClick={() => open({ page: 'website-data' })}>
          <StatusWord word={decision} tone="attention" />
        </Link>
      ) : null}
      {overview && overview.waiting > 0 ? (
        <span className={styles.fixed}>
          <StatusWord word={t('frame:mails.waiting', { count: overview.waiting })} tone="waiting" />
        </span>
      ) : null}
      {overview && overview.refused > 0 ? (
        <span className={styles.fixed}>
          <StatusWord word={t('frame:mails.refused', { count: overview.refused })} tone="attention" />
        </span>
      ) : null}
      {overview ? <span className={styles.fixed}>{myPageText(overview, new Date())}</span> : null}
    </footer>
  );
}
