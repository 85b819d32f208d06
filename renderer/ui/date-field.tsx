import { Button, makeStyles } from '@fluentui/react-components';
import { CalendarRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { datePattern, dayOf, formatDate } from './format.ts';
import { cannotRead, parseDate } from './parse.ts';
import { SavedField } from './saved-field.tsx';
import { t } from './texts.ts';

type Props = {
  readonly label: string;
  /** `YYYY-MM-DD`, or null for none. */
  readonly value: string | null;
  readonly save: (date: string | null) => Promise<unknown>;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
  /** Told of every date that is typed and not stored yet; undefined for none that can be read, or when it is stored. */
  readonly onTyping?: (date: string | null | undefined) => void;
};

const useStyles = makeStyles({
  /** The system's calendar opens from an input that is not seen itself. */
  calendar: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    opacity: 0,
    pointerEvents: 'none',
    right: 0,
    bottom: 0,
  },
});

/**
 * A date, typed as people here do or with its month as a word, and shown as 14 Dec 2026; the calendar button opens the system's
 * calendar.
 */
export function DateField({ label, value, save, hint, isDisabled = false, className, onTyping }: Props) {
  const styles = useStyles();
  const calendar = useRef<HTMLInputElement>(null);
  const today = dayOf(new Date());
  const check = (text: string) => (text.trim() === '' || parseDate(text, today) !== null ? null : cannotRead.date);
  const saveText = async (text: string) => {
    const date = text.trim() === '' ? null : parseDate(text, today);
    if (date !== value) await save(date);
  };
  return (
    <SavedField
      label={label}
      value={value === null ? '' : formatDate(value)}
      save={saveText}
      check={check}
      placeholder={datePattern}
      isDisabled={isDisabled}
      {...(hint === undefined ? {} : { hint })}
      {...(className === undefined ? {} : { className })}
      {...(onTyping === undefined
        ? {}
        : {
            onTyping: (text: string | null) =>
              onTyping(
                text === null || check(text) !== null ? undefined : text.trim() === '' ? null : parseDate(text, today),
              ),
          })}
      after={
        <>
          <Button
            appearance="transparent"
            size="small"
            icon={<CalendarRegular />}
            aria-label={t('common:button.openCalendar')}
            disabled={isDisabled}
            onClick={() => calendar.current?.showPicker()}
          />
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden
            className={styles.calendar}
            value={value ?? ''}
            onChange={(event) => void save(event.target.value || null)}
          />
        </>
      }
    />
  );
}
