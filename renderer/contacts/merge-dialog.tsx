import { Checkbox, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type ContactView,
  type MergeField,
  type MergeInput,
  type MergePreview,
  mergeFields,
} from '../../shared/contacts.ts';
import { languages } from '../../shared/language.ts';
import { api } from '../ui/api.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { MergeEffects } from './merge-effects.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '4px' },
  choices: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '12px' },
  value: { overflowWrap: 'anywhere', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
});

type Side = 'kept' | 'other';
type Props = {
  /** The first is proposed as the one that stays. */
  readonly contactIds: readonly [number, number];
  readonly onClose: () => void;
  readonly onMerged: (keptId: number) => void;
};

/** Two contacts become one: which one stays, which values it has then, and what that means for mails. */
export function MergeDialog({ contactIds, onClose, onMerged }: Props) {
  const [isTurned, setIsTurned] = useState(false);
  const [chosen, setChosen] = useState<Partial<Record<MergeField, Side>>>({});
  const [declinesAccounts, setDeclinesAccounts] = useState(false);
  const styles = useStyles();
  const { notify } = useNotices();
  const [keptId, otherId] = isTurned ? [contactIds[1], contactIds[0]] : contactIds;
  const first = useRead(['contacts', 'merge', keptId, otherId], () =>
    api.contacts.previewMerge.query({ keptId, otherId, take: [] }),
  );
  const both = first.isPlaceholderData ? undefined : first.data;
  const differing = both ? mergeFields.filter((field) => both.kept[field] !== both.other[field]) : [];
  const sideOf = (field: MergeField): Side => chosen[field] ?? (both && isEmpty(both.kept[field]) ? 'other' : 'kept');
  const take = differing.filter((field) => sideOf(field) === 'other');
  const preview = useRead(
    ['contacts', 'merge', keptId, otherId, take],
    () => api.contacts.previewMerge.query({ keptId, otherId, take }),
    { enabled: both !== undefined },
  );
  const shown = preview.isPlaceholderData ? undefined : preview.data;
  const command = useCommand((input: MergeInput) => api.contacts.merge.mutate(input));
  const isDecided = shown !== undefined && (shown.clashes.length === 0 || declinesAccounts);
  const merge = () => {
    if (!shown) return;
    command.mutate(
      { keptId, otherId, take: [...take], addressMoves: [...shown.addressMoves], declinesAccounts },
      {
        onSuccess: () => {
          notify(t('contacts:merge.done', { name: shown.kept.name }));
          onMerged(keptId);
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('contacts:merge.title')}
      submit={t('contacts:merge.submit')}
      canSubmit={isDecided && !command.isPending}
      onSubmit={merge}
      onClose={onClose}
      error={command.error ?? first.error ?? preview.error}
      isWide
    >
      {both ? (
        <>
          <WhoStays
            both={both}
            onTurn={() => {
              setIsTurned(!isTurned);
              setChosen({});
              setDeclinesAccounts(false);
            }}
          />
          <FieldChoices
            both={both}
            fields={differing}
            sideOf={sideOf}
            onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
          />
          {shown ? <MergeEffects preview={shown} /> : null}
          {both.clashes.length > 0 ? (
            <Checkbox
              label={t('contacts:merge.declines', { count: both.clashes.length })}
              checked={declinesAccounts}
              onChange={(_event, { checked }) => setDeclinesAccounts(checked === true)}
            />
          ) : null}
          <p className={styles.quiet}>{t('contacts:merge.forGood')}</p>
        </>
      ) : first.error ? null : (
        <Waiting label={t('contacts:reading')} />
      )}
    </FormDialog>
  );
}

function isEmpty(value: ContactView[MergeField]): boolean {
  return value === '' || value === null;
}

function WhoStays({ both, onTurn }: { readonly both: MergePreview; readonly onTurn: () => void }) {
  const styles = useStyles();
  const sides = [both.kept, both.other].toSorted((a, b) => a.id - b.id);
  return (
    <Field label={t('contacts:merge.stays')} hint={t('contacts:merge.staysHint')}>
      <RadioGroup className={styles.choices} value={String(both.kept.id)} onChange={onTurn}>
        {sides.map((contact) => (
          <Radio
            key={contact.id}
            value={String(contact.id)}
            label={t('contacts:merge.who', {
              name: contact.name,
              orders: t('contacts:orderCount', { count: contact.orderCount }),
            })}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

type ChoicesProps = {
  readonly both: MergePreview;
  readonly fields: readonly MergeField[];
  readonly sideOf: (field: MergeField) => Side;
  readonly onChoose: (field: MergeField, side: Side) => void;
};

function FieldChoices({ both, fields, sideOf, onChoose }: ChoicesProps) {
  const styles = useStyles();
  if (fields.length === 0) return <p className={styles.quiet}>{t('contacts:merge.alike')}</p>;
  // The columns stay where they are when the other one is to stay
  const sides: readonly Side[] = both.kept.id < both.other.id ? ['kept', 'other'] : ['other', 'kept'];
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <Field key={field} label={t(`contacts:merge.field.${field}`)}>
          <RadioGroup
            className={styles.choices}
            value={sideOf(field)}
            onChange={(_event, { value }) => onChoose(field, value === 'other' ? 'other' : 'kept')}
          >
            {sides.map((side) => (
              <Radio key={side} className={styles.value} value={side} label={wordsOf(field, both[side])} />
            ))}
          </RadioGroup>
        </Field>
      ))}
    </div>
  );
}

function wordsOf(field: MergeField, contact: ContactView): string {
  if (field === 'orderStatusMails') return t(contact.orderStatusMails ? 'common:word.yes' : 'common:word.no');
  if (field === 'language') {
    const language = languages.find((code) => code === contact.language);
    return language ? t(`common:language.${language}`) : t('contacts:customer.asOnWebsite');
  }
  return contact[field] || t('contacts:merge.nothing');
}
