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
import { t } from '../ui/texts.ts';

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
          <DialogTitle>{t('frame:about.title')}</DialogTitle>
          <DialogContent>
            {t('frame:about.versions', { version: environment.version, electron: environment.electron })}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('common:button.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
