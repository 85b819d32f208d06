import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { HoldInput } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

type WithoutReason<Input> = Input extends unknown ? Omit<Input, 'reason'> : never;
/** Something to hold; all that a dialog holds is of one kind. */
export type ToHold = WithoutReason<HoldInput>;

type Props = {
  readonly what: ToHold['what'];
  readonly toHold: readonly ToHold[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Holds customers, orders or changes until staff let go, with a reason. */
export function HoldDialog({ what, toHold, onClose, onDone }: Props) {
  const [reason, setReason] = useState('');
  const hold = useCommand(async (why: string) => {
    for (const each of toHold) await api.websiteData.hold.mutate({ ...each, reason: why });
  });
  return (
    <FormDialog
      title={t(`e-commerce:hold.title.${what}`, { count: toHold.length })}
      submit={t('e-commerce:hold.confirm')}
      canSubmit={reason.trim() !== '' && !hold.isPending}
      onSubmit={() => hold.mutate(reason.trim(), { onSuccess: onDone })}
      onClose={onClose}
      error={hold.error}
    >
      {t(`e-commerce:hold.text.${what}`)}
      <Field label={t('e-commerce:hold.reasonField')} hint={t('e-commerce:hold.reasonMissing')}>
        <Input value={reason} maxLength={500} onChange={(_event, { value }) => setReason(value)} autoFocus />
      </Field>
    </FormDialog>
  );
}
