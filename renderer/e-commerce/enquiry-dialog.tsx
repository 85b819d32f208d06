import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { EnquiryRow, ResultFields } from '../../shared/enquiries.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { type FoundRow, SearchChoice } from '../ui/search-choice.tsx';
import { t } from '../ui/texts.ts';
import { EnquiryFields } from './enquiry-fields.tsx';
import { EnquiryMessage } from './enquiry-message.tsx';
import { changedFields } from './enquiry-result.ts';
import { enquiryName, withSmallFirst } from './website-data-words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '960px', width: '94vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
});

type Props = { readonly enquiry: EnquiryRow; readonly onClose: () => void };

/** The detail window of an enquiry: register, incoming data, and the result that is stored. Enter takes the main choice. */
export function EnquiryDialog({ enquiry, onClose }: Props) {
  const styles = useStyles();
  const [contact, setContact] = useState<FoundRow | null>(
    enquiry.contactId === null ? null : { id: enquiry.contactId, name: enquiry.contactName ?? '' },
  );
  const register = useRegister(enquiry, contact);
  const [result, setResult] = useState<ResultFields>({});
  const { importIt, reject } = useEnquiryCommands(enquiry, onClose);
  const failed = [register, importIt, reject].find((command) => command.error);
  const isReady = !importIt.isPending && enquiry.incoming !== null;
  const onNew = () => importIt.mutate({ kind: 'new', fields: result });
  const onImport = (to: FoundRow) =>
    importIt.mutate({ kind: 'link', contactId: to.id, fields: changedFields(register.fields, result) });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (contact === null) onNew();
    else onImport(contact);
  };
  const fields = enquiry.incoming ? (
    <EnquiryFields
      incoming={enquiry.incoming}
      register={register.fields}
      result={result}
      isLinked={contact !== null}
      onChange={setResult}
    />
  ) : (
    <span>{t('e-commerce:enquiry.unreadable')}</span>
  );
  return (
    // A double click opens it; its second click falls on the backdrop and must not close it again.
    <Dialog open onOpenChange={(_event, { open, type }) => open || type === 'backdropClick' || onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={onSubmit}>
          <DialogBody>
            <DialogTitle>{enquiryName(enquiry)}</DialogTitle>
            <DialogContent className={styles.content}>
              {failed ? <FailureMessage error={failed.error} /> : null}
              {enquiry.waitsBecause === null ? null : (
                <span>{t(`e-commerce:waitingReason.${enquiry.waitsBecause}`)}.</span>
              )}
              <ContactList enquiryId={enquiry.id} contact={contact} onChoose={setContact} />
              {enquiry.message === null ? fields : <EnquiryMessage text={enquiry.message}>{fields}</EnquiryMessage>}
            </DialogContent>
            <DialogActions fluid>
              <Button disabled={reject.isPending} onClick={() => reject.mutate()}>
                {t('e-commerce:enquiry.reject')}
              </Button>
              <Button onClick={onClose}>{t('e-commerce:enquiry.decideLater')}</Button>
              {contact === null ? (
                <Button appearance="primary" type="submit" disabled={!isReady}>
                  {t('e-commerce:enquiry.new')}
                </Button>
              ) : (
                <Button disabled={!isReady} onClick={onNew}>
                  {t('e-commerce:enquiry.new')}
                </Button>
              )}
              <Button
                appearance={contact === null ? 'secondary' : 'primary'}
                type={contact === null ? 'button' : 'submit'}
                disabled={!isReady || contact === null}
              >
                {t('e-commerce:enquiry.import')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

type ContactListProps = {
  readonly enquiryId: number;
  readonly contact: FoundRow | null;
  readonly onChoose: (contact: FoundRow) => void;
};

function ContactList({ enquiryId, contact, onChoose }: ContactListProps) {
  return (
    <SearchChoice
      label={t('e-commerce:enquiry.contactList')}
      hint={t('e-commerce:enquiry.contactListHint')}
      queryKey={['enquiries', 'linkable', enquiryId]}
      value={contact?.name ?? ''}
      find={async (search) => {
        const rows = await api.enquiries.linkableContacts.query({ enquiryId, search });
        return rows.map((row) => ({
          id: row.id,
          name: row.name,
          note: [row.city, row.email].filter(Boolean).join(', '),
        }));
      }}
      onChoose={onChoose}
    />
  );
}

/** What the register says of the chosen contact; null while it is read, and where none is chosen. */
function useRegister(enquiry: EnquiryRow, contact: FoundRow | null) {
  const isMatched = contact?.id === enquiry.contactId;
  const read = useRead(
    ['enquiries', 'contactFields', contact?.id ?? null],
    () => api.enquiries.contactFields.query({ contactId: contact?.id ?? 0 }),
    { enabled: contact !== null && !isMatched },
  );
  if (isMatched) return { fields: enquiry.register, error: null };
  return { fields: contact === null || read.isPlaceholderData ? null : (read.data ?? null), error: read.error };
}

function useEnquiryCommands(enquiry: EnquiryRow, onDone: () => void) {
  const ask = useQuestion();
  type Decision = Parameters<typeof api.enquiries.import.mutate>[0]['decision'];
  const importIt = useCommand(async (decision: Decision) => {
    await api.enquiries.import.mutate({ enquiryId: enquiry.id, decision });
    onDone();
  });
  const reject = useCommand(async () => {
    const isConfirmed = await ask({
      title: t('e-commerce:enquiry.rejectTitle', { what: withSmallFirst(enquiryName(enquiry)) }),
      text: t(`e-commerce:enquiry.rejectText.${enquiry.kind === 'customer-settings' ? 'activity' : enquiry.kind}`),
      confirm: t('e-commerce:enquiry.reject'),
      leave: t('e-commerce:enquiry.keepWaiting'),
    });
    if (!isConfirmed) return;
    await api.enquiries.reject.mutate({ enquiryId: enquiry.id });
    onDone();
  });
  return { importIt, reject };
}
