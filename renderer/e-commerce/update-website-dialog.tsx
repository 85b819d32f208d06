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
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';

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
            {update.isSuccess ? (
              <span role="status">
                The website has the newest accounts, products with web stock, and site settings.
              </span>
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
