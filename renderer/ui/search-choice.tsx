import { Combobox, Field, Option, Spinner } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { type QueryKey, useRead } from './queries.ts';
import { t } from './texts.ts';

export type FoundRow = { readonly id: number; readonly name: string; readonly note?: string };

type Props = {
  readonly label: string;
  readonly queryKey: QueryKey;
  readonly find: (search: string) => Promise<readonly FoundRow[]>;
  readonly onChoose: (row: FoundRow) => void;
  /** What is chosen at present; empty for none. */
  readonly value?: string;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
};

/** One row of a register, found by typing. */
export function SearchChoice(props: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const wanted = (typed ?? '').trim();
  const search = useDeferredValue(wanted);
  const found = useRead([...props.queryKey, search], () => props.find(search), { enabled: isOpen });
  // Enter, pressed faster than the answer comes, must not take what an earlier text had found
  const isOfEarlierText = search !== wanted || found.isPlaceholderData;
  return (
    <Field
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      validationState={props.problem ? 'error' : 'none'}
      validationMessage={props.problem ?? null}
    >
      <Combobox
        freeform
        open={isOpen}
        value={typed ?? props.value ?? ''}
        selectedOptions={[]}
        placeholder={props.placeholder ?? t('common:search.typeToSearch')}
        disabled={props.isDisabled ?? false}
        onOpenChange={(_event, { open }) => {
          setIsOpen(open);
          if (!open) setTyped(null);
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          setIsOpen(true);
        }}
        onOptionSelect={(_event, { optionValue }) => {
          const row = found.data?.find((each) => String(each.id) === optionValue);
          setTyped(null);
          if (row) props.onChoose(row);
        }}
      >
        {found.data?.map((row) => (
          <Option key={row.id} value={String(row.id)} text={row.name} disabled={isOfEarlierText}>
            {row.note ? `${row.name} – ${row.note}` : row.name}
          </Option>
        ))}
        {found.data?.length === 0 ? (
          <Option key="none" value="" text="" disabled>
            {t('common:search.nothingFound')}
          </Option>
        ) : null}
        {found.isPending && isOpen ? (
          <Option key="wait" value="" text="" disabled>
            <Spinner size="extra-tiny" label={t('common:search.searching')} />
          </Option>
        ) : null}
      </Combobox>
    </Field>
  );
}
