import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ShellEnvironment } from '../../shared/bridge.ts';

/** Help - About Orderbud. */
export function AboutDialog({
  environment,
  onClose,
}: {
  readonly environment: ShellEnvironment;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>About Orderbud</DialogTitle>
          <DialogContent>
            Version {environment.version}, on Electron {environment.electron}.
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
