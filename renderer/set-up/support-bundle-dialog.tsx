import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Textarea,
} from '@fluentui/react-components';
import { api } from '../ui/api.ts';
import { shell } from '../ui/bridge.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { dayOf } from '../ui/format.ts';
import { useNotices } from '../ui/notices.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  lead: { margin: 0 },
  text: { width: '100%', '& textarea': { height: '320px', maxHeight: '50vh', fontFamily: 'monospace' } },
});

/** Help - Support bundle: shows what it holds, then saves it where the person wants it. */
export function SupportBundleDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { notify, notifyFailure } = useNotices();
  const bundle = useRead(['companies', 'supportBundle'], () => api.companies.supportBundle.query());
  const save = useCommand(async (text: string) => {
    const saved = await shell.saveText({
      title: t('set-up:support.where'),
      suggestedName: `orderbud-support-${dayOf(new Date())}.json`,
      kinds: [{ name: t('set-up:support.fileKind'), extensions: ['json'] }],
      text,
    });
    if (saved.kind === 'failed') notifyFailure(t('set-up:support.notSaved', { reason: saved.reason }));
    if (saved.kind !== 'saved') return;
    notify(t('set-up:support.saved', { path: saved.path }));
    onClose();
  });
  const { data } = bundle;
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('set-up:support.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.lead}>{t('set-up:support.lead')}</p>
            {bundle.error ? <FailureMessage error={bundle.error} /> : null}
            {data === undefined ? (
              <Waiting label={t('set-up:support.reading')} />
            ) : (
              <Textarea className={styles.text} aria-label={t('set-up:support.content')} value={data} readOnly />
            )}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={data === undefined || save.isPending}
              onClick={() => data !== undefined && save.mutate(data)}
            >
              {t('set-up:support.save')}
            </Button>
            <Button onClick={onClose}>{t('common:button.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
