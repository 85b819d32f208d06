import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { EnquiryRow, ResultFields } from '../../shared/enquiries.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useRead } from '../ui/queries.ts';
import { type FoundRow, SearchChoice } from '../ui/search-choice.tsx';
import { t } from '../ui/texts.ts';
import { awaitsApproval, EnquiryActions } from './enquiry-actions.tsx';
import { EnquiryFields } from './enquiry-fields.tsx';
import { EnquiryMessage } from './enquiry-message.tsx';
import { changedFields } from './enquiry-result.ts';
import { type Decision, useEnquiryCommands } from './use-enquiry-commands.ts';
import { enquiryName } from './website-data-words.ts';

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
  const { importIt, decline, reject } = useEnquiryCommands(enquiry, onClose);
  const failed = [register, importIt, decline, reject].find((command) => command.error);
  const isReady = !importIt.isPending && !decline.isPending && !reject.isPending && enquiry.incoming !== null;
  const asNew: Decision = { kind: 'new', fields: result };
  const asContact = (to: FoundRow): Decision => ({
    kind: 'link',
    contactId: to.id,
    fields: changedFields(register.fields, result),
  });
  const take = (decision: Decision) =>
    importIt.mutate({ decision, ...(awaitsApproval(enquiry) ? { accountStatus: 'approved' } : {}) });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) take(contact === null ? asNew : asContact(contact));
  };
  const fields = enquiry.incoming ? (
    <EnquiryFields
      incoming={enquiry.incoming}
      register={register.fields}
      result={result}
      isLinked={contact !== null}
      isWhole={enquiry.kind === 'changed-details'}
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
              {enquiry.accountStatus === null ? null : (
                <span>
                  {t('e-commerce:enquiry.account', { status: t(`contacts:account.statuses.${enquiry.accountStatus}`) })}
                </span>
              )}
              <ContactList enquiry={enquiry} contact={contact} onChoose={setContact} />
              {enquiry.message === null ? fields : <EnquiryMessage text={enquiry.message}>{fields}</EnquiryMessage>}
            </DialogContent>
            <EnquiryActions
              enquiry={enquiry}
              isReady={isReady}
              hasContact={contact !== null}
              onReject={() => reject.mutate()}
              onDecline={() => decline.mutate(contact === null ? asNew : asContact(contact))}
              onLater={onClose}
              onNew={() => take(asNew)}
            />
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

type ContactListProps = {
  readonly enquiry: EnquiryRow;
  readonly contact: FoundRow | null;
  readonly onChoose: (contact: FoundRow) => void;
};

function ContactList({ enquiry, contact, onChoose }: ContactListProps) {
  const { id: enquiryId } = enquiry;
  return (
    <SearchChoice
      label={t('e-commerce:enquiry.contactList')}
      hint={
        awaitsApproval(enquiry)
          ? t('e-commerce:enquiry.contactListHintApprove')
          : t('e-commerce:enquiry.contactListHint')
      }
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
