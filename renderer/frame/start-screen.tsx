import { Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { BuildingShopRegular, FolderOpenRegular, PlayCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { languageOfCommand } from '../../shared/menu-model.ts';
import type { LanguageChoice } from '../../shared/program-language.ts';
import { RecentList } from '../set-up/recent-list.tsx';
import { RestoreDialog } from '../set-up/restore-dialog.tsx';
import { api } from '../ui/api.ts';
import { type ErrorText, errorTextFor } from '../ui/error-texts.ts';
import { errorTextOf, failureOf } from '../ui/failure.ts';
import { FailureBar } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';
import { useWindowTitle } from '../ui/window-title.tsx';
import { chooseCompanyFile, openCompany } from './company-files.ts';
import { doEverywhere } from './everywhere-commands.ts';
import { LanguageSelect } from './language-select.tsx';
import { NewCompanyDialog } from './new-company-dialog.tsx';
import { useLanguageChoice } from './use-language-choice.ts';
import { useNativeCommands } from './use-native-commands.ts';

const useStyles = makeStyles({
  screen: {
    // What is placed at its edge stays below a banner
    position: 'relative',
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    overflowY: 'auto',
  },
  column: { width: '480px', maxWidth: '90%', display: 'flex', flexDirection: 'column', gap: '12px', padding: '24px 0' },
  title: { margin: 0 },
  lead: { margin: '0 0 12px 0', color: tokens.colorNeutralForeground2 },
  choice: { justifyContent: 'flex-start', textAlign: 'start', padding: '12px 16px' },
  note: { display: 'block', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  file: { justifyContent: 'flex-start', minWidth: 0, padding: '4px 8px' },
});

type Props = {
  /** What the command line named, and why it could not be opened. */
  readonly atStart: NotOpened;
  /** The company that was open until it was found damaged. */
  readonly damagedPath: string | null;
  /** What is chosen in View - Language. */
  readonly language: LanguageChoice;
};

/** What stands there while no company is open. */
export function StartScreen({ atStart, damagedPath, language }: Props) {
  const styles = useStyles();
  const ask = useQuestion();
  const [isNaming, setIsNaming] = useState(false);
  const openDemo = useCommand(() => api.companies.openDemo.mutate());
  const open = useCommand((path: string) => openCompany(path, ask));
  const chooseLanguage = useLanguageChoice();
  useWindowTitle('Orderbud');
  useNativeCommands((id) => {
    const chosen = languageOfCommand(id);
    if (!doEverywhere(id) && chosen !== null) void chooseLanguage(chosen);
  });
  const [restoring, setRestoring] = useState<string | null>(null);
  const isBusy = openDemo.isPending || open.isPending;
  const failed = whatFailed(
    [
      { path: null, error: openDemo.error },
      { path: open.variables ?? null, error: open.error },
    ],
    damagedPath,
    atStart,
  );
  const damaged = failed?.damagedPath ?? null;

  return (
    <main className={styles.screen}>
      <LanguageSelect choice={language} onChoose={(choice) => void chooseLanguage(choice)} />
      <div className={styles.column}>
        <Title2 as="h1" className={styles.title}>
          Orderbud
        </Title2>
        <p className={styles.lead}>{t('frame:start.lead')}</p>
        {failed === null ? null : <FailureBar text={failed.text} />}
        {damaged === null ? null : (
          <Button appearance="primary" className={styles.file} onClick={() => setRestoring(damaged)}>
            {t('set-up:backup.offer')}
          </Button>
        )}
        <Button
          appearance={damaged === null ? 'primary' : 'secondary'}
          size="large"
          icon={openDemo.isPending ? <Spinner size="tiny" /> : <PlayCircleRegular />}
          className={styles.choice}
          disabled={isBusy}
          onClick={() => openDemo.mutate()}
        >
          <span>
            {t('frame:start.demo')}
            <span className={styles.note}>{t('frame:start.demoNote')}</span>
          </span>
        </Button>
        <Button
          size="large"
          icon={<BuildingShopRegular />}
          className={styles.choice}
          disabled={isBusy}
          onClick={() => setIsNaming(true)}
        >
          <span>
            {t('frame:start.newCompany')}
            <span className={styles.note}>{t('frame:start.newCompanyNote')}</span>
          </span>
        </Button>
        <Button
          appearance="subtle"
          icon={<FolderOpenRegular />}
          className={styles.file}
          disabled={isBusy}
          onClick={() => void chooseCompanyFile().then((path) => path !== null && open.mutate(path))}
        >
          {t('frame:start.openFile')}
        </Button>
        <RecentList isBusy={isBusy} open={(path) => open.mutate(path)} />
      </div>
      {restoring === null ? null : <RestoreDialog companyPath={restoring} onClose={() => setRestoring(null)} />}
      {isNaming ? <NewCompanyDialog onClose={() => setIsNaming(false)} /> : null}
    </main>
  );
}

type NotOpened = { readonly path: string | null; readonly error: unknown };
type Failed = { readonly text: ErrorText; readonly damagedPath: string | null };

/** What is to be said: of what was done last, of the company that was open, of the program's start; damaged files can be restored. */
function whatFailed(done: readonly NotOpened[], damagedPath: string | null, atStart: NotOpened): Failed | null {
  const last = done.find(({ error }) => error !== null);
  if (last === undefined && damagedPath !== null) return { text: errorTextFor('company-found-damaged'), damagedPath };
  const { error, path } = last ?? atStart;
  if (error === null) return null;
  return { text: errorTextOf(error), damagedPath: failureOf(error).code === 'company-damaged' ? path : null };
}
