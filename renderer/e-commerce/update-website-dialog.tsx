import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { failureLines, type NamedReport, unsentMailLines } from './update-outcome.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
});

/** View - E-Commerce - Update Website. */
export function UpdateWebsiteDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const update = useCommand(() => api.updateWebsite.run.mutate());
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('e-commerce:updateWebsite.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {update.data ? <Outcome reports={update.data} /> : <span>{t('e-commerce:updateWebsite.text')}</span>}
            {update.isPending ? (
              <Spinner size="tiny" labelPosition="after" label={t('e-commerce:updateWebsite.updating')} />
            ) : null}
            {update.error ? <FailureMessage error={update.error} /> : null}
          </DialogContent>
          <DialogActions>
            {update.isSuccess ? null : (
              <Button appearance="primary" disabled={update.isPending} onClick={() => update.mutate()}>
                {t('e-commerce:updateWebsite.start')}
              </Button>
            )}
            <Button onClick={onClose}>{t('common:button.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Outcome({ reports }: { readonly reports: readonly NamedReport[] }) {
  const failures = failureLines(reports.flatMap((report) => report.failures));
  const unsent = unsentMailLines(reports);
  return (
    <>
      {failures.length === 0 ? (
        <span role="status">{t('e-commerce:updateWebsite.done')}</span>
      ) : (
        <div role="alert">
          {t('e-commerce:updateWebsite.failed')}
          <ul>
            {failures.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {unsent.map((line) => (
        <MessageBar key={line} intent="warning" layout="multiline">
          <MessageBarBody>{line}</MessageBarBody>
        </MessageBar>
      ))}
    </>
  );
}
