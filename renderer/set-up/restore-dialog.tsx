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
import { useState } from 'react';
import { chooseBackup } from '../frame/company-files.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { BackupList } from './backup-list.tsx';
import { BackupPreviewView } from './backup-preview.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '720px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  lead: { margin: 0 },
  button: { whiteSpace: 'nowrap' },
});

type Props = {
  /** The company to be restored: the open one, or one that cannot be opened. */
  readonly companyPath: string;
  readonly onClose: () => void;
};

/** File - Restore: choose a backup, look at what is in it, put it in the place of the company. */
export function RestoreDialog({ companyPath, onClose }: Props) {
  const styles = useStyles();
  const { notify } = useNotices();
  const [chosen, setChosen] = useState<string | null>(null);
  const backups = useRead(['companies', 'backups', companyPath], () =>
    api.companies.backups.query({ path: companyPath }),
  );
  const restore = useCommand(async (backupPath: string) => {
    const { keptAside } = await api.companies.restore.mutate({ backupPath, companyPath });
    notify(t('set-up:backup.restored', { path: keptAside }));
    onClose();
  });
  const chooseFile = async () => {
    const path = await chooseBackup();
    if (path !== null) setChosen(path);
  };
  return (
    <Dialog open modalType="alert">
      <DialogSurface
        className={styles.surface}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !restore.isPending) onClose();
        }}
      >
        <DialogBody>
          <DialogTitle>{t('set-up:backup.restoreTitle')}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.lead}>{t('set-up:backup.lead')}</p>
            {restore.error ? <FailureMessage error={restore.error} /> : null}
            {backups.error ? <FailureMessage error={backups.error} /> : null}
            {backups.data ? <BackupList backups={backups.data} chosen={chosen} choose={setChosen} /> : <Spinner />}
            <div>
              <Button onClick={() => void chooseFile()}>{t('set-up:backup.otherFile')}</Button>
            </div>
            {chosen === null ? null : <BackupPreviewView path={chosen} />}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              className={styles.button}
              disabled={chosen === null || restore.isPending}
              icon={restore.isPending ? <Spinner size="extra-tiny" /> : null}
              onClick={() => chosen !== null && restore.mutate(chosen)}
            >
              {restore.isPending ? t('set-up:backup.restoring') : t('set-up:backup.restore')}
            </Button>
            <Button className={styles.button} disabled={restore.isPending} onClick={onClose}>
              {t('common:button.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
