import { Button, Input, makeStyles } from '@fluentui/react-components';
import { DismissRegular, SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { focusList } from './focus-list.ts';
import { t } from './texts.ts';

const useStyles = makeStyles({
  // Gives way to the buttons beside it before they go to the next row
  box: {
    flexGrow: 1,
    flexBasis: '200px',
    minWidth: 0,
    maxWidth: '440px',
    '& input::-webkit-search-cancel-button': { display: 'none' },
  },
});

type Props = {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

/** The search of a page. The key / leads to it from outside a field, Ctrl+F (Cmd+F) from anywhere; Esc empties it, Down goes on to the list. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  const styles = useStyles();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isFindKey(event)) {
        event.preventDefault();
        box.current?.select();
        return;
      }
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Input
      type="search"
      contentBefore={<SearchRegular aria-hidden />}
      input={{ ref: box }}
      className={styles.box}
      aria-label={label}
      placeholder={`${placeholder ?? label} ( / )`}
      value={value}
      contentAfter={
        value === '' ? null : (
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={t('common:search.clear')}
            onClick={() => onChange('')}
          />
        )
      }
      onChange={(_event, change) => onChange(change.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation();
          onChange('');
        }
        if (event.key === 'ArrowDown' && focusList(event.currentTarget.closest('main'))) event.preventDefault();
      }}
    />
  );
}

function isFindKey(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
}

/** So long a pause in typing lets the list follow; whoever types on has one list drawn, not one for each letter. */
const followsAfterMs = 120;

/** The search text as lists should follow it: behind the typing, so that typing never stutters. */
export function useSearchText(text: string): string {
  const typed = text.trim();
  const [search, setSearch] = useState(typed);
  useEffect(() => {
    if (typed === search) return;
    const follow = setTimeout(() => setSearch(typed), typed === '' ? 0 : followsAfterMs);
    return () => clearTimeout(follow);
  }, [typed, search]);
  return useDeferredValue(search);
}
