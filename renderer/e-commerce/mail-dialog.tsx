import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { MailDetails } from '../../shared/mails.ts';
import { api } from '../ui/api.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { formatInstant } from '../ui/format.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { useSaveFile } from '../ui/use-save-file.ts';
import { MailDialogFrame } from './mail-dialog-frame.tsx';
import { mailStateTones } from './website-data-words.ts';

/** One mail: to whom, where it stands, its text, and what can be done with it; sending it again is not among that. */
export function MailDialog({ mailId, onClose }: { readonly mailId: number; readonly onClose: () => void }) {
  const query = useRead(['mails', 'show', mailId], () => api.mails.show.query({ mailId }));
  const [isBack, setIsBack] = useState(false);
  const kind = { name: t('e-commerce:mail.kind'), extensions: ['eml'] };
  const file = useSaveFile(t('e-commerce:mail.saveTitle'), kind, () => api.mails.file.query({ mailId }));
  const isTaken = query.data?.state === 'accepted' && query.data.kind === 'order-status';
  return (
    <>
      <MailDialogFrame
        mail={query}
        onClose={onClose}
        facts={(mail) => <Facts mail={mail} />}
        actions={
          query.data === undefined || query.data.isTextRemoved ? null : (
            <>
              <Button disabledFocusable={file.isPending} onClick={file.save}>
                {t('e-commerce:mail.save')}
              </Button>
              {isTaken && query.data.cameBackAt === null ? (
                <Button onClick={() => setIsBack(true)}>{t('e-commerce:mail.itCameBack')}</Button>
              ) : null}
            </>
          )
        }
      />
      {isBack && query.data ? <CameBack mail={query.data} onClose={() => setIsBack(false)} onNoted={onClose} /> : null}
    </>
  );
}

function Facts({ mail }: { readonly mail: MailDetails }) {
  const cameBack = { at: formatInstant(mail.cameBackAt ?? mail.frozenAt, new Date()), words: mail.cameBack };
  return (
    <>
      {mail.isTextRemoved ? (
        <span>{t('e-commerce:mail.textRemoved')}</span>
      ) : (
        <span>{t('e-commerce:mail.to', { address: mail.address })}</span>
      )}
      <StatusWord word={t(`e-commerce:mailState.${mail.state}`)} tone={mailStateTones[mail.state]} />
      {mail.reply ? <span>{t('e-commerce:mail.reply', { reply: mail.reply })}</span> : null}
      {mail.cameBackAt === null ? null : <span>{t('e-commerce:mail.cameBackAt', cameBack)}</span>}
    </>
  );
}

type CameBackProps = {
  readonly mail: MailDetails;
  readonly onClose: () => void;
  /** The button that led here is gone then, and the focus with it: the mail is closed, too. */
  readonly onNoted: () => void;
};

function CameBack({ mail, onClose, onNoted }: CameBackProps) {
  const [reason, setReason] = useState('');
  const note = useCommand((words: string) => api.mails.cameBack.mutate({ mailId: mail.id, reason: words }));
  return (
    <FormDialog
      title={t('e-commerce:mail.itCameBackTitle')}
      submit={t('e-commerce:mail.cameBack')}
      canSubmit={reason.trim() !== '' && !note.isPending}
      onSubmit={() => note.mutate(reason.trim(), { onSuccess: onNoted })}
      onClose={onClose}
      error={note.error}
    >
      {t('e-commerce:mail.itCameBackText', { address: mail.address })}
      <Field label={t('e-commerce:mail.itCameBackReason')}>
        <Input value={reason} maxLength={500} onChange={(_event, { value }) => setReason(value)} autoFocus />
      </Field>
    </FormDialog>
  );
}
