import { Button, makeStyles } from '@fluentui/react-components';
import type { SetUpState } from '../../shared/set-up.ts';
import { ImportFlow } from '../import/import-flow.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import { StepLead } from './step-lead.tsx';

const useStyles = makeStyles({
  content: { padding: '12px 16px 0 16px', maxWidth: '640px', display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, paddingLeft: '20px' },
  actions: { display: 'flex', gap: '8px' },
});

/** Step Import: what the register holds, or to begin without. */
export function ImportStep({ state, onDone }: { readonly state: SetUpState; readonly onDone: () => void }) {
  const styles = useStyles();
  const { products, contacts, ordersNoted } = state.counts;
  const skip = useCommand(() => api.setUp.choose.mutate({ isImportSkipped: true }));
  const isEmpty = products + contacts + ordersNoted === 0;
  return (
    <>
      <StepLead title={t('set-up:step.import')} text={t('set-up:import.lead')} />
      <div className={styles.content}>
        {skip.error ? <FailureMessage error={skip.error} /> : null}
        {isEmpty ? null : (
          <section aria-label={t('set-up:import.counts')}>
            <SectionTitle>{t('set-up:import.counts')}</SectionTitle>
            <ul className={styles.list}>
              <li>{t('set-up:import.products', { count: products })}</li>
              <li>{t('set-up:import.contacts', { count: contacts })}</li>
              <li>{t('set-up:import.orders', { count: ordersNoted })}</li>
            </ul>
          </section>
        )}
        {isEmpty && state.isImportSkipped ? <span>{t('set-up:import.skipped')}</span> : null}
        {isEmpty && !state.isImportSkipped ? (
          <div className={styles.actions}>
            <Button disabled={skip.isPending} onClick={() => skip.mutate(undefined, { onSuccess: onDone })}>
              {t('set-up:import.skip')}
            </Button>
          </div>
        ) : null}
      </div>
      <ImportFlow onDone={onDone} />
    </>
  );
}
