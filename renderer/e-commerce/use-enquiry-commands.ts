import type { AccountStatus } from '../../shared/contacts.ts';
import type { EnquiryRow } from '../../shared/enquiries.ts';
import { api } from '../ui/api.ts';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';
import { enquiryName, withSmallFirst } from './website-data-words.ts';

export type Decision = Parameters<typeof api.enquiries.import.mutate>[0]['decision'];

/** What can be decided about an enquiry; turning one down asks first. */
export function useEnquiryCommands(enquiry: EnquiryRow, onDone: () => void) {
  const ask = useQuestion();
  const { id: enquiryId, kind } = enquiry;
  const importIt = useCommand(async (to: { decision: Decision; accountStatus?: AccountStatus }) => {
    await api.enquiries.import.mutate({ enquiryId, ...to });
    onDone();
  });
  const decline = useCommand(async (decision: Decision) => {
    const name = decision.fields?.name ?? enquiry.incoming?.name ?? '';
    const isConfirmed = await ask({
      title: t('e-commerce:enquiry.declineTitle', { name }),
      text: t('e-commerce:enquiry.declineText', { name }),
      confirm: t('e-commerce:enquiry.declineIt'),
      leave: t('e-commerce:enquiry.keepWaiting'),
    });
    if (!isConfirmed) return;
    await api.enquiries.import.mutate({ enquiryId, decision, accountStatus: 'declined' });
    onDone();
  });
  const reject = useCommand(async () => {
    const isConfirmed = await ask({
      title: t('e-commerce:enquiry.rejectTitle', { what: withSmallFirst(enquiryName(enquiry)) }),
      text: t(`e-commerce:enquiry.rejectText.${kind}`),
      confirm: t('e-commerce:enquiry.reject'),
      leave: t('e-commerce:enquiry.keepWaiting'),
    });
    if (!isConfirmed) return;
    await api.enquiries.reject.mutate({ enquiryId });
    onDone();
  });
  return { importIt, decline, reject };
}
