import { Field, Input, Link, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useRef, useState } from 'react';
import { caretPoint } from './caret-point.ts';
import { type CompletionPlace, complete, completionAt, faultRange, matching } from './completion.ts';
import { t } from './texts.ts';
import { useSavedText } from './use-saved-text.ts';

/** Something that can be written between braces, with what it stands for. */
export type Completion = { readonly name: string; readonly meaning: string };

/** A fault of the text as it is typed now, and its place in it. */
export type FieldFault = { readonly words: string; readonly line: number; readonly column: number };

type Props = {
  readonly label: string;
  /** Language of the label, where it is not the program's. */
  readonly labelTag?: string;
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
  readonly completions: readonly Completion[];
  readonly fault?: FieldFault | null;
  readonly hint?: string;
  readonly explain?: (error: unknown) => string | null;
  /** Lines of a longer text; left out for a text of one line. */
  readonly rows?: number;
  readonly onTyping?: (text: string | null) => void;
};

const useStyles = makeStyles({
  whole: { position: 'relative' },
  control: { width: '100%' },
  list: {
    position: 'absolute',
    zIndex: 1,
    marginTop: '4px',
    padding: '4px',
    maxHeight: '240px',
    overflowY: 'auto',
    maxWidth: '100%',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
  },
  option: {
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  meaning: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  goTo: { fontSize: 'inherit' },
});

type TextElement = HTMLInputElement | HTMLTextAreaElement;
type Offer = { readonly place: CompletionPlace; readonly found: readonly Completion[]; readonly chosen: number };

/**
 * A text with placeholders, saved when it is left. Two braces or Ctrl+Space offer the placeholders with their meaning;
 * arrows, Enter and Tab choose, Esc closes. A fault is told while typing and can be gone to.
 */
export function CompletedField(props: Props) {
  const styles = useStyles();
  const listId = useId();
  const field = useRef<TextElement | null>(null);
  const hold = useCallback((element: TextElement | null) => {
    field.current = element;
  }, []);
  const { text, problem, isConflict, isSaving, edit, commit, leave, reset } = useSavedText(props);
  const [offer, setOffer] = useState<Offer | null>(null);
  const caretToSet = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caretToSet.current === null) return;
    field.current?.setSelectionRange(caretToSet.current, caretToSet.current);
    caretToSet.current = null;
  });

  const offerAt = (typed: string, caret: number, isAskedFor: boolean) => {
    const place = completionAt(typed, caret, isAskedFor);
    const found = place === null ? [] : matching(props.completions, place.typed);
    setOffer(place === null || found.length === 0 ? null : { place, found, chosen: 0 });
  };
  const choose = (name: string) => {
    if (offer === null || field.current === null) return;
    const done = complete(text, field.current.selectionStart ?? text.length, { place: offer.place, name });
    caretToSet.current = done.caret;
    edit(done.text);
    setOffer(null);
  };
  const move = ({ found, chosen, place }: Offer, step: number) =>
    setOffer({ place, found, chosen: (chosen + step + found.length) % found.length });
  const onKeyDown = (event: KeyboardEvent<TextElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      offerAt(text, event.currentTarget.selectionStart ?? text.length, true);
      return;
    }
    if (offer !== null) {
      const name = offer.found[offer.chosen]?.name;
      if (event.key === 'ArrowDown') move(offer, 1);
      else if (event.key === 'ArrowUp') move(offer, -1);
      else if ((event.key === 'Enter' || event.key === 'Tab') && name !== undefined) choose(name);
      else if (event.key === 'Escape') setOffer(null);
      else return;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Enter' && props.rows === undefined) void commit();
    if (event.key === 'Escape' && text !== props.value) {
      event.stopPropagation();
      reset();
    }
  };
  const { fault = null } = props;
  const goToFault = () => {
    if (fault === null || field.current === null) return;
    const { from, to } = faultRange(text, fault);
    field.current.focus();
    field.current.setSelectionRange(from, to);
  };
  const wrong = problem ?? fault?.words ?? null;
  const control = {
    ref: hold,
    className: styles.control,
    value: text,
    onChange: (_event: unknown, { value }: { readonly value: string }) => {
      edit(value);
      offerAt(value, field.current?.selectionStart ?? value.length, false);
    },
    onSelect: () => {
      if (offer !== null && (field.current?.selectionStart ?? 0) < offer.place.from) setOffer(null);
    },
    onBlur: () => {
      setOffer(null);
      void leave();
    },
    onKeyDown,
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    ...(offer === null ? {} : { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${offer.chosen}` }),
  } as const;
  return (
    <Field
      label={props.labelTag === undefined ? props.label : { children: props.label, lang: props.labelTag }}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      validationState={wrong === null ? 'none' : 'error'}
      validationMessage={
        wrong === null ? null : (
          <>
            {wrong}{' '}
            {isConflict ? (
              <Link as="button" className={styles.goTo} onClick={() => void commit()}>
                {t('common:saved.saveAgain')}
              </Link>
            ) : fault === null ? null : (
              // Leaving the field by the mouse would change the message, and move the link away from under it
              <Link
                as="button"
                className={styles.goTo}
                onMouseDown={(event) => event.preventDefault()}
                onClick={goToFault}
              >
                {t('common:completion.goToFault')}
              </Link>
            )}
          </>
        )
      }
      aria-busy={isSaving}
    >
      <div className={styles.whole}>
        {props.rows === undefined ? (
          <Input {...control} />
        ) : (
          <Textarea {...control} rows={props.rows} resize="vertical" />
        )}
        <span role="status" className={styles.unseen}>
          {offer === null ? '' : t('common:completion.offered', { count: offer.found.length })}
        </span>
        {offer === null ? null : (
          <Offered id={listId} offer={offer} field={field.current} onChoose={choose} label={props.label} />
        )}
      </div>
    </Field>
  );
}

type OfferedProps = {
  readonly id: string;
  readonly label: string;
  readonly offer: Offer;
  readonly field: TextElement | null;
  readonly onChoose: (name: string) => void;
};

/** The list below the caret; it never takes the focus, so that one goes on typing. */
function Offered({ id, label, offer: { place, found, chosen }, field, onChoose }: OfferedProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (field === null || list.current === null) return;
    const { left, top } = caretPoint(field, place.from);
    const most = field.clientWidth - list.current.offsetWidth;
    list.current.style.left = `${Math.max(0, Math.min(left, most))}px`;
    list.current.style.top = `${Math.min(top, field.offsetHeight)}px`;
    list.current.scrollIntoView({ block: 'nearest' });
  }, [field, place.from]);
  useLayoutEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={list} id={id} role="listbox" className={styles.list} aria-label={t('common:completion.list', { label })}>
      {found.map(({ name, meaning }, index) => (
        <div
          key={name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={mergeClasses(styles.option, index === chosen && styles.chosen)}
          tabIndex={-1}
          onMouseDown={(event) => {
            // The field keeps the focus
            event.preventDefault();
            onChoose(name);
          }}
        >
          <code>{name}</code>
          <span className={styles.meaning}>{meaning}</span>
        </div>
      ))}
    </div>
  );
}
