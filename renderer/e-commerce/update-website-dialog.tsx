import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import type { PublishFailure } from '../../shared/enquiries.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { failureLines } from './update-outcome.ts';

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
          <DialogTitle>Update Website</DialogTitle>
          <DialogContent className={styles.content}>
            {update.data ? (
              <Outcome failures={update.data.flatMap((report) => report.failures)} />
            ) : (
              <span>
                Publishes changed website accounts, products with their web stock, and site settings. Customers whose
                account changed hear of it from the website. Order histories go out with Get Website Data.
              </span>
            )}
            {update.isPending ? <Spinner size="tiny" labelPosition="after" label="Updating" /> : null}
            {update.error ? <FailureMessage error={update.error} /> : null}
          </DialogContent>
          <DialogActions>
            {update.isSuccess ? null : (
              <Button appearance="primary" disabled={update.isPending} onClick={() => update.mutate()}>
                Update Website
              </Button>
            )}
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Outcome({ failures }: { readonly failures: readonly PublishFailure[] }) {
  if (failures.length === 0)
    return <span role="status">The website has the newest accounts, products with web stock, and site settings.</span>;
  return (
    <div role="alert">
      The website did not take the following; all else is up to date, and these are tried again with the next Update
      Website.
      <ul>
        {failureLines(failures).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
