import type { ComponentProps } from 'react';
import { parseWholeNumber } from './parse.ts';
import { SavedField } from './saved-field.tsx';
import { t } from './texts.ts';

/** As a setting's schema in shared/ names it, so that the field refuses what the engine would. */
export type NumberRange = { readonly minValue: number | null; readonly maxValue: number | null };

type Props = Omit<ComponentProps<typeof SavedField>, 'value' | 'check' | 'save' | 'isNumber' | 'type' | 'rows'> & {
  readonly value: number;
  readonly range: NumberRange;
  readonly save: (value: number) => Promise<unknown>;
  /** 0 is an empty field. */
  readonly isEmptyZero?: boolean;
};

/** A field for a whole number, saved as other fields are. */
export function SavedNumber({ value, range, save, isEmptyZero = false, ...field }: Props) {
  const read = (text: string) => (isEmptyZero && text.trim() === '' ? 0 : parseWholeNumber(text));
  const least = range.minValue ?? 0;
  const most = range.maxValue ?? Number.MAX_SAFE_INTEGER;
  const wrong = t('common:wrong.wholeNumber', { least, most });
  return (
    <SavedField
      {...field}
      isNumber
      value={isEmptyZero && value === 0 ? '' : String(value)}
      check={(text) => {
        const number = read(text);
        return number !== null && number >= least && number <= most ? null : wrong;
      }}
      save={(text) => save(read(text) ?? value)}
    />
  );
}
