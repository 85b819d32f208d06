import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ReadingDialog } from '../ui/reading-dialog.tsx';
import { t } from '../ui/texts.ts';
import { MailContent } from './mail-content.tsx';
import { langOf } from './website-data-words.ts';

const useStyles = makeStyles({
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
  return (
    <ReadingDialog
      title={(shown) => shown?.subject || t('e-commerce:mail.title')}
      titleLang={({ subject, language }) => (subject === '' ? undefined : langOf(language))}
      query={mail}
      reading={t('e-commerce:mail.reading')}
      actions={actions}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <div className={styles.facts}>{facts(shown)}</div>
          {shown.html === '' ? null : (
            <div className={styles.mail}>
              <MailContent
                html={shown.html}
                text={shown.plain}
                lang={langOf(shown.language)}
                source={shown.messageSource}
              />
            </div>
          )}
        </>
      )}
    </ReadingDialog>
  );
}
