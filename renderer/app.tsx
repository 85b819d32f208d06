import { createDOMRenderer, FluentProvider, makeStyles, RendererProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useRef } from 'react';
import { RunProvider } from './e-commerce/run-context.tsx';
import { CompanyProvider } from './frame/company-context.tsx';
import { MainFrame } from './frame/main-frame.tsx';
import { NavigationProvider } from './frame/place-context.tsx';
import { placeFrom } from './frame/places.ts';
import { StartScreen } from './frame/start-screen.tsx';
import { useLiveRefresh } from './frame/use-live-refresh.ts';
import { useOpeningAtStart } from './frame/use-opening-at-start.ts';
import { useReopeningAfterRestart } from './frame/use-reopening-after-restart.ts';
import { api, queryClient } from './ui/api.ts';
import { shell } from './ui/bridge.ts';
import { EngineBanner } from './ui/engine-banner.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { FailureState } from './ui/failure-message.tsx';
import { NoticeProvider } from './ui/notices.tsx';
import { useRead } from './ui/queries.ts';
import { QuestionProvider } from './ui/question.tsx';
import { RememberedProvider } from './ui/remembered.tsx';
import { t } from './ui/texts.ts';
import { UndoProvider } from './ui/undo.tsx';
import { useTheme } from './ui/use-theme.ts';
import { Waiting } from './ui/waiting.tsx';
import { WindowTitleProvider } from './ui/window-title.tsx';

const useStyles = makeStyles({
  wait: { height: '100%', display: 'flex', alignItems: 'center', justifyContent: 'center' },
});

// Not a class: Fluent puts the provider's classes on every menu and dialog too, which would then cover the window.
const wholeWindow = { height: '100%' };

/** Fluent UI writes its rules into style elements; they count by the nonce that came with this page (main/shell/app-protocol.ts). */
const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
const styleRenderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

/** The whole window. */
export function App() {
  return (
    <RendererProvider renderer={styleRenderer} targetDocument={document}>
      <FluentProvider theme={useTheme()} style={wholeWindow}>
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <QuestionProvider>
              <NoticeProvider>
                <Window />
              </NoticeProvider>
            </QuestionProvider>
          </ErrorBoundary>
        </QueryClientProvider>
      </FluentProvider>
    </RendererProvider>
  );
}

function Window() {
  const styles = useStyles();
  const environment = useRead(['shell', 'environment'], () => shell.environment());
  const company = useRead(['companies', 'state'], () => api.companies.state.query());
  const opening = useOpeningAtStart(environment.data, company.data);
  useReopeningAfterRestart(company.data);
  const companies = useLiveRefresh();

  const begun = useRef<string | null>(null);
  if (company.data?.kind === 'open') begun.current ??= company.data.path;
  if (company.error && !company.data) {
    return (
      <div className={styles.wait}>
        <EngineBanner />
        <FailureState error={company.error} onRetry={() => void company.refetch()} />
      </div>
    );
  }
  if (!environment.data || !company.data || opening.isOpening) {
    return (
      <div className={styles.wait}>
        <Waiting label={opening.isOpening ? t('frame:openingCompany') : t('frame:starting')} />
      </div>
    );
  }
  if (company.data.kind === 'none') {
    return (
      <>
        <EngineBanner />
        <StartScreen
          atStart={{ path: environment.data.companyFile, error: opening.error }}
          damagedPath={company.data.damagedPath}
          language={environment.data.language}
        />
      </>
    );
  }
  const { name, path } = company.data;
  // Another window asked for a place of the company that was open then
  const begin = path === begun.current ? placeFrom(environment.data.place) : null;
  return (
    <CompanyProvider company={company.data}>
      <WindowTitleProvider value={(page) => t('frame:windowTitle', { page, company: name })}>
        <NavigationProvider key={path} begin={begin}>
          <RunProvider companies={companies}>
            <RememberedProvider>
              <UndoProvider companies={companies}>
                <MainFrame environment={environment.data} />
              </UndoProvider>
            </RememberedProvider>
          </RunProvider>
        </NavigationProvider>
      </WindowTitleProvider>
    </CompanyProvider>
  );
}
