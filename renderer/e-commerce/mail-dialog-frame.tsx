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
import type { ReactNode } from 'react';
import { FailureState } from '../ui/failure-message.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { MailContent } from './mail-content.tsx';
import { langOf } from './website-data-words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: '90vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '8px' },
  // The same height on every tab, so that the buttons stay where they are.
  mail: { height: 'min(56vh, 520px)', display: 'flex', flexDirection: 'column', flexShrink: 0 },
  facts: { display: 'flex', gap: '16px', flexWrap: 'wrap', color: tokens.colorNeutralForeground2 },
});

type ShownMail = {
  readonly subject: string;
  readonly language: string;
  readonly html: string;
  readonly plain: string;
  readonly messageSource: string;
};

type Props<Mail extends ShownMail> = {
  readonly mail: { readonly data: Mail | undefined; readonly error: unknown; readonly refetch: () => unknown };
  /** What stands above the text: to whom it goes, and where it stands. */
  readonly facts: (mail: Mail) => ReactNode;
  /** Beside Close. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
};

/** One mail in a dialog: as the customer sees it, as text, and as its bytes. */
export function MailDialogFrame<Mail extends ShownMail>({ mail, facts, actions, onClose }: Props<Mail>) {
  const styles = useStyles();
  const { data } = mail;
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle lang={data ? langOf(data.language) : undefined}>
            {data?.subject ?? t('e-commerce:mail.title')}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {mail.error && !data ? (
              <FailureState error={mail.error} onRetry={() => void mail.refetch()} />
            ) : data ? (
              <>
                <div className={styles.facts}>{facts(data)}</div>
                <div className={styles.mail}>
                  <MailContent
                    html={data.html}
                    text={data.plain}
                    lang={langOf(data.language)}
                    source={data.messageSource}
                  />
                </div>
              </>
            ) : (
              <Waiting label={t('e-commerce:mail.reading')} size="small" />
            )}
          </DialogContent>
          <DialogActions>
            {actions}
            <Button appearance="primary" onClick={onClose}>
              {t('common:button.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
