import { makeStyles } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ShellEnvironment } from '../../shared/bridge.ts';
import { useRun } from '../e-commerce/run-context.tsx';
import { UpdateWebsiteContext } from '../e-commerce/update-website-context.ts';
import { UpdateWebsiteDialog } from '../e-commerce/update-website-dialog.tsx';
import { BackUpProgressBar } from '../set-up/back-up-progress.tsx';
import { MissingSecretsDialog } from '../set-up/missing-secrets-dialog.tsx';
import { OlderCompanyBanner } from '../set-up/older-company-banner.tsx';
import { RestoreDialog } from '../set-up/restore-dialog.tsx';
import { SetUpBanner } from '../set-up/set-up-banner.tsx';
import { SupportBundleDialog } from '../set-up/support-bundle-dialog.tsx';
import { api } from '../ui/api.ts';
import { EngineBanner } from '../ui/engine-banner.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useRead } from '../ui/queries.ts';
import { AboutDialog } from './about-dialog.tsx';
import { useCompany } from './company-context.tsx';
import { useCounts } from './counts.ts';
import { MenuBar } from './menu-bar.tsx';
import { NavigationPane } from './navigation-pane.tsx';
import { NewCompanyDialog } from './new-company-dialog.tsx';
import { PageFor } from './page-for.tsx';
import { useNavigation } from './place-context.tsx';
import { lastRunText } from './run-words.ts';
import { StatusBar } from './status-bar.tsx';
import { ToolBar } from './tool-bar.tsx';
import { type OpenDialog, useMenuCommands } from './use-menu-commands.ts';

const useStyles = makeStyles({
  frame: { height: '100%', minWidth: '600px', minHeight: '340px', display: 'flex', flexDirection: 'column' },
  // As high as their words and buttons, in a small window too: the page gives way
  banners: { flexShrink: 0 },
  middle: { display: 'flex', flexGrow: 1, minHeight: 0 },
  page: { flexGrow: 1, minWidth: 0, height: '100%' },
});

/** The main window while a company is open. */
export function MainFrame({ environment }: { readonly environment: ShellEnvironment }) {
  const styles = useStyles();
  const company = useCompany();
  const { place } = useNavigation();
  const { run } = useRun();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const { onCommand, backUpProgress, error, dismissError } = useMenuCommands(environment.platform, setDialog);
  const openUpdateWebsite = useCallback(() => setDialog('update-website'), []);
  const counts = useCounts();
  const overview = useRead(['websiteData', 'overview'], () => api.websiteData.overview.query());
  const isRunning = run.kind === 'running' || overview.data?.isRunning === true;

  return (
    <div className={styles.frame}>
      <header>
        {environment.platform === 'mac' ? null : <MenuBar {...environment} onCommand={onCommand} />}
        <ToolBar
          isRunning={isRunning}
          lastRunText={overview.data ? lastRunText({ ...overview.data, isRunning }, new Date()) : ''}
        />
      </header>
      <div className={styles.banners}>
        <EngineBanner />
        <OlderCompanyBanner />
        <SetUpBanner />
        <BackUpProgressBar progress={backUpProgress} />
        {error ? <FailureMessage error={error} onDismiss={dismissError} /> : null}
      </div>
      <div className={styles.middle}>
        <NavigationPane counts={counts} />
        <main className={styles.page}>
          <ErrorBoundary key={JSON.stringify(place)}>
            <UpdateWebsiteContext value={openUpdateWebsite}>
              <PageFor place={place} />
            </UpdateWebsiteContext>
          </ErrorBoundary>
        </main>
      </div>
      <StatusBar overview={overview.data} />
      {dialog === 'new-company' ? <NewCompanyDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'update-website' ? <UpdateWebsiteDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'restore' ? <RestoreDialog companyPath={company.path} onClose={() => setDialog(null)} /> : null}
      {dialog === 'support-bundle' ? <SupportBundleDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'about' ? <AboutDialog environment={environment} onClose={() => setDialog(null)} /> : null}
      <MissingSecretsDialog />
    </div>
  );
}
