import { useNavigation } from '../frame/place-context.tsx';
import { Page } from '../ui/page.tsx';
import { t } from '../ui/texts.ts';
import { ImportFlow } from './import-flow.tsx';

/** File - Import. */
export function ImportPage() {
  const { back } = useNavigation();
  return (
    <Page title={t('import:title')} onBack={back}>
      <ImportFlow onDone={back} />
    </Page>
  );
}
