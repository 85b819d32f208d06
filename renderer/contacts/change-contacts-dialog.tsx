import { Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChangeContactsInput, ContactChange, ContactRow, ContactsChanged } from '../../shared/contacts.ts';
import { languages } from '../../shared/language.ts';
import { api } from '../ui/api.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';

type Choice = { readonly value: string; readonly label: string; readonly change: ContactChange };

const yesAndNo = (change: (isOn: boolean) => ContactChange): readonly Choice[] => [
  { value: 'no', label: t('common:word.no'), change: change(false) },
  { value: 'yes', label: t('common:word.yes'), change: change(true) },
];

const fields: readonly { readonly id: string; readonly label: string; readonly choices: readonly Choice[] }[] = [
  {
    id: 'orderStatusMails',
    label: t('contacts:field.orderStatusMails'),
    choices: yesAndNo((orderStatusMails) => ({ orderStatusMails })),
  },
  {
    id: 'language',
    label: t('contacts:customer.language'),
    choices: [
      { value: '', label: t('contacts:customer.asOnWebsite'), change: { language: null } },
      ...languages.map((value) => ({ value, label: t(`common:language.${value}`), change: { language: value } })),
    ],
  },
  { id: 'isSupplier', label: t('contacts:field.supplier'), choices: yesAndNo((isSupplier) => ({ isSupplier })) },
];

type Props = {
  readonly contacts: readonly ContactRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** The same change for the contacts that are selected. */
export function ChangeContactsDialog({ contacts, onClose, onDone }: Props) {
  const [fieldId, setFieldId] = useState(fields[0]?.id ?? '');
  const [value, setValue] = useState<string | null>(null);
  const { notify } = useNotices();
  const ask = useQuestion();
  const field = fields.find(({ id }) => id === fieldId);
  const chosen = field?.choices.find((choice) => choice.value === value) ?? field?.choices[0];
  const input = { contactIds: contacts.map(({ id }) => id), change: chosen?.change ?? {} };
  const command = useCommand((change: ChangeContactsInput) => api.contacts.change.mutate(change));
  const onSuccess = (answer: ContactsChanged) => {
    onDone();
    if (answer.leftOut.length === 0) return notify(countsOf(answer));
    void ask({
      title: countsOf(answer),
      text: <LeftOut answer={answer} />,
      confirm: t('common:button.close'),
      leave: t('common:button.dismiss'),
    });
  };
  return (
    <FormDialog
      title={t('contacts:change.title', { count: contacts.length })}
      submit={t('contacts:change.submit', { count: contacts.length })}
      canSubmit={!command.isPending}
      onSubmit={() => command.mutate(input, { onSuccess })}
      onClose={onClose}
      error={command.error}
    >
      <Field label={t('common:change.field')}>
        <Select
          value={fieldId}
          onChange={(_event, { value: id }) => {
            setFieldId(id);
            setValue(null);
          }}
        >
          {fields.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('common:change.value')}>
        <Select value={chosen?.value ?? ''} onChange={(_event, { value: next }) => setValue(next)}>
          {field?.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      </Field>
      <Consequence input={input} contacts={contacts} />
    </FormDialog>
  );
}

function countsOf({ changed, unchanged }: ContactsChanged): string {
  const text = t('contacts:change.changed', { count: changed });
  return unchanged === 0 ? text : `${text} ${t('common:change.unchanged', { count: unchanged })}`;
}

/** What the customers of the selection hear, or no longer hear, because of the change. */
function Consequence({
  input,
  contacts,
}: {
  readonly input: ChangeContactsInput;
  readonly contacts: readonly ContactRow[];
}) {
  const turnsOff = input.change.orderStatusMails === false;
  const lost = useRead(['contacts', 'newsLost', input.contactIds], () => api.contacts.newsLost.query(input), {
    enabled: turnsOff,
  });
  const optedOut = contacts.filter(({ customerOptedOut }) => customerOptedOut).length;
  const text = turnsOff
    ? lost.data
      ? t('contacts:change.newsLost', { count: lost.data })
      : t('contacts:change.nothingLost')
    : input.change.orderStatusMails === true && optedOut > 0
      ? t('contacts:change.optedOut', { count: optedOut })
      : t('contacts:change.nobodyTold');
  return (
    <MessageBar intent={turnsOff && lost.data ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

const mostNames = 20;

function LeftOut({ answer }: { readonly answer: ContactsChanged }) {
  const more = answer.leftOut.length - mostNames;
  return (
    <>
      {t('contacts:change.leftOut', { count: answer.leftOut.length })}
      <ul>
        {answer.leftOut.slice(0, mostNames).map(({ name, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two contacts can have one name, and the list does not change
          <li key={index}>
            {t('contacts:change.nameAndReason', { name, reason: t(`contacts:change.reason.${reason}`) })}
          </li>
        ))}
      </ul>
      {more > 0 ? t('contacts:change.andMore', { count: more }) : null}
    </>
  );
}
