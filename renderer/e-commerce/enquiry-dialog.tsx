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
import { EnquiryFields } from './enquiry-fields.tsx';
import { changedFields } from './enquiry-result.ts';
import { enquiryKindWords, waitingReasonWords } from './website-data-words.ts';

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
          <DialogTitle>
            {enquiryKindWords[enquiry.kind]} {enquiry.summary}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {failed ? <FailureMessage error={failed.error} /> : null}
            {enquiry.waitsBecause === null ? null : <span>{waitingReasonWords[enquiry.waitsBecause]}.</span>}
            <SearchChoice
              label="Contact list"
              hint="The contact that it belongs to. New makes a contact of its own instead."
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
              <span>What came in cannot be read by this version of the program.</span>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button disabled={reject.isPending} onClick={() => reject.mutate()}>
              Reject
            </Button>
            <Button onClick={onClose}>Decide later</Button>
            <Button disabled={importIt.isPending || enquiry.incoming === null} onClick={() => onImport(false)}>
              New
            </Button>
            <Button
              appearance="primary"
              disabled={importIt.isPending || contact === null || enquiry.incoming === null}
              onClick={() => onImport(true)}
            >
              Import
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
      title: `Reject ${enquiryKindWords[enquiry.kind].toLowerCase()} ${enquiry.summary}?`,
      text: 'It is not imported and not offered again. On My page the customer reads that it was not accepted.',
      confirm: 'Reject',
      leave: 'Keep it waiting',
    });
    if (!isConfirmed) return;
    await api.enquiries.reject.mutate({ enquiryId: enquiry.id });
    onDone();
  });
  return { importIt, reject };
}
