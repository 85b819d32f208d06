import { FluentProvider, Title3, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { api, queryClient } from './ui/api.ts';
import { EngineBanner } from './ui/engine-banner.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { useIsDark } from './ui/use-is-dark.ts';

/** The whole window. */
export function App() {
  return (
    <FluentProvider theme={useIsDark() ? webDarkTheme : webLightTheme} style={{ height: '100%' }}>
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <EngineBanner />
          <main style={{ padding: 24 }}>
            <Title3 as="h1">Orderbud</Title3>
            <EngineVersion />
          </main>
        </ErrorBoundary>
      </QueryClientProvider>
    </FluentProvider>
  );
}

function EngineVersion() {
  const version = useQuery({ queryKey: ['app', 'version'], queryFn: () => api.app.version.query() });
  return <p data-testid="engine-version">{version.data ? `Engine ${version.data.orderbud}` : 'Starting…'}</p>;
}
