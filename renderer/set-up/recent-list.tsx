import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular, DocumentRegular } from '@fluentui/react-icons';
import type { RecentCompany } from '../../shared/companies.ts';
import { api } from '../ui/api.ts';
import { formatInstant } from '../ui/format.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  section: { marginTop: '12px', display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', alignItems: 'center', gap: '4px' },
  file: { justifyContent: 'flex-start', textAlign: 'start', minWidth: 0, padding: '4px 8px', flexGrow: 1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  path: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', direction: 'rtl', textAlign: 'left' },
  note: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

type Props = { readonly isBusy: boolean; readonly open: (path: string) => void };

/** Companies opened lately on this computer: where each lies, when it was opened, and whether its file is there. */
export function RecentList({ isBusy, open }: Props) {
  const styles = useStyles();
  const recent = useRead(['companies', 'recent'], () => api.companies.recent.query());
  const forget = useCommand((path: string) => api.companies.forget.mutate({ path }));
  if (recent.data === undefined || recent.data.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('frame:start.recent')}>
      <SectionTitle>{t('frame:start.recent')}</SectionTitle>
      {recent.data.map((company) => (
        <div key={company.path} className={styles.row}>
          <Button
            appearance="subtle"
            icon={<DocumentRegular />}
            className={styles.file}
            disabled={isBusy}
            title={company.path}
            onClick={() => open(company.path)}
          >
            <span className={styles.words}>
              <span className={styles.path}>
                <bdi>{company.path}</bdi>
              </span>
              <span className={styles.note}>{noteOf(company)}</span>
            </span>
          </Button>
          {company.isThere ? null : (
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t('set-up:recent.forget', { name: company.path })}
              onClick={() => forget.mutate(company.path)}
            />
          )}
        </div>
      ))}
    </section>
  );
}

function noteOf({ isThere, openedAt }: RecentCompany): string {
  const opened = openedAt === null ? null : t('set-up:recent.opened', { at: formatInstant(openedAt, new Date()) });
  return [isThere ? null : t('set-up:recent.away'), opened].filter((part) => part !== null).join(' – ');
}
