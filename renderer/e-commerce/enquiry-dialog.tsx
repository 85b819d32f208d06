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
import { useState } from 'react';
import type { CustomerFields, EnquiryRow, ResultFields } from '../../shared/enquiries.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { type FoundRow, SearchChoice } from '../ui/search-choice.tsx';
import { t } from '../ui/texts.ts';
import { EnquiryFields } from './enquiry-fields.tsx';
import { changedFields } from './enquiry-result.ts';
import { enquiryName, withSmallFirst } from './website-data-words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '860px', width: '94vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
});

/** The detail window of an enquiry: register, incoming data, and the result that is stored. */
export function EnquiryDialog({ enquiry, onClose }: { readonly enquiry: EnquiryRow; readonly onClose: () => void }) {
  const styles = useStyles();
  const [contact, setContact] = useState<FoundRow | null>(
    enquiry.contactId === null ? null : { id: enquiry.contactId, name: enquiry.contactName ?? '' },
  );
  // Another contact than the matched one has data of its own, which is not shown here: only what is chosen is stored.
  const register = contact?.id === enquiry.contactId ? enquiry.register : null;
  const [result, setResult] = useState<ResultFields>({});
  const { importIt, reject } = useEnquiryCommands(enquiry, onClose);
  const failed = [importIt, reject].find((command) => command.error);
  const onImport = (link: boolean) =>
    importIt.mutate(
      link && contact
        ? { kind: 'link', contactId: contact.id, fields: changedFields(register, result) }
        : { kind: 'new', fields: result },
    );
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{enquiryName(enquiry)}</DialogTitle>
          <DialogContent className={styles.content}>
            {failed ? <FailureMessage error={failed.error} /> : null}
            {enquiry.waitsBecause === null ? null : (
              <span>{t(`e-commerce:waitingReason.${enquiry.waitsBecause}`)}.</span>
            )}
            <SearchChoice
              label={t('e-commerce:enquiry.contactList')}
              hint={t('e-commerce:enquiry.contactListHint')}
              queryKey={['enquiries', 'linkable', enquiry.id]}
              value={contact?.name ?? ''}
              find={async (search) => {
                const rows = await api.enquiries.linkableContacts.query({ enquiryId: enquiry.id, search });
                return rows.map((row) => ({
                  id: row.id,
                  name: row.name,
                  note: [row.city, row.email].filter(Boolean).join(', '),
                }));
              }}
              onChoose={setContact}
            />
            {enquiry.incoming ? (
              <EnquiryFields
                incoming={enquiry.incoming}
                register={register as CustomerFields | null}
                result={result}
                isLinked={contact !== null}
                onChange={setResult}
              />
            ) : (
              <span>{t('e-commerce:enquiry.unreadable')}</span>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button disabled={reject.isPending} onClick={() => reject.mutate()}>
              {t('e-commerce:enquiry.reject')}
            </Button>
            <Button onClick={onClose}>{t('e-commerce:enquiry.decideLater')}</Button>
            <Button disabled={importIt.isPending || enquiry.incoming === null} onClick={() => onImport(false)}>
              {t('e-commerce:enquiry.new')}
            </Button>
            <Button
              appearance="primary"
              disabled={importIt.isPending || contact === null || enquiry.incoming === null}
              onClick={() => onImport(true)}
            >
              {t('e-commerce:enquiry.import')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
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
      text: t('e-commerce:enquiry.rejectText'),
      confirm: t('e-commerce:enquiry.reject'),
      leave: t('e-commerce:enquiry.keepWaiting'),
    });
    if (!isConfirmed) return;
    await api.enquiries.reject.mutate({ enquiryId: enquiry.id });
    onDone();
  });
  return { importIt, reject };
}
