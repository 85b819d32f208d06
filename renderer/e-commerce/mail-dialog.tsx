import { api } from '../ui/api.ts';
import { useRead } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { MailDialogFrame } from './mail-dialog-frame.tsx';
import { mailStateTones } from './website-data-words.ts';

/** One mail: to whom, where it stands, and its text. */
export function MailDialog({ mailId, onClose }: { readonly mailId: number; readonly onClose: () => void }) {
  const query = useRead(['mails', 'show', mailId], () => api.mails.show.query({ mailId }));
  return (
    <MailDialogFrame
      mail={query}
      onClose={onClose}
      facts={(mail) => (
        <>
          <span>{t('e-commerce:mail.to', { address: mail.address })}</span>
          <StatusWord word={t(`e-commerce:mailState.${mail.state}`)} tone={mailStateTones[mail.state]} />
          {mail.reply ? <span>{t('e-commerce:mail.reply', { reply: mail.reply })}</span> : null}
        </>
      )}
    />
  );
}
