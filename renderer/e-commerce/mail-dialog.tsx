import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { useRead } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { MailContent } from './mail-content.tsx';
import { langOf, mailStateTones } from './website-data-words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: '90vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '8px' },
  // The same height on every tab, so that the buttons stay where they are.
  mail: { height: 'min(56vh, 520px)', display: 'flex', flexDirection: 'column', flexShrink: 0 },
  facts: { display: 'flex', gap: '16px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2 },
});

/** One mail: to whom, where it stands, and its text. */
export function MailDialog({ mailId, onClose }: { readonly mailId: number; readonly onClose: () => void }) {
  const styles = useStyles();
  const mail = useRead(['mails', 'show', mailId], () => api.mails.show.query({ mailId }));
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle lang={mail.data ? langOf(mail.data.language) : undefined}>
            {mail.data?.subject ?? t('e-commerce:mail.title')}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {mail.error && !mail.data ? (
              <FailureState error={mail.error} onRetry={() => void mail.refetch()} />
            ) : mail.data ? (
              <>
                <div className={styles.facts}>
                  <span>{t('e-commerce:mail.to', { address: mail.data.address })}</span>
                  <StatusWord
                    word={t(`e-commerce:mailState.${mail.data.state}`)}
                    tone={mailStateTones[mail.data.state]}
                  />
                  {mail.data.reply ? <span>{t('e-commerce:mail.reply', { reply: mail.data.reply })}</span> : null}
                </div>
                <div className={styles.mail}>
                  <MailContent
                    html={mail.data.html}
                    text={mail.data.plain}
                    lang={langOf(mail.data.language)}
                    source={mail.data.messageSource}
                  />
                </div>
              </>
            ) : (
              <Waiting label={t('e-commerce:mail.reading')} size="small" />
            )}
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
