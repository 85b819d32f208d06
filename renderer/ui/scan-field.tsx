import { Input, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BarcodeScannerRegular, CheckmarkCircleRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { errorTextOf } from './failure.ts';
import { useScanGuard } from './use-scan-guard.ts';

/** What became of a scan; `wrong` counted and opened nothing. */
export type ScanCue = {
  readonly tone: 'counted' | 'wrong';
  readonly text: string;
  readonly choices?: readonly { readonly label: string; readonly onChoose: () => void }[];
};

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap', minHeight: '32px' },
  field: { width: '280px', maxWidth: '100%', flexShrink: 0 },
  wrong: { backgroundColor: tokens.colorPaletteRedBackground1 },
  cue: { display: 'flex', flexGrow: 1, flexBasis: '200px', alignItems: 'center', gap: '6px', minWidth: 0 },
  words: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', minWidth: 0 },
  icon: { fontSize: '18px', flexShrink: 0 },
  red: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly field?: RefObject<HTMLInputElement | null>;
  /** Scans are handled one after the other; null says nothing. */
  readonly onScan: (text: string) => Promise<ScanCue | null>;
};

/**
 * Where a bar-code scanner types. It has the focus when the view opens and after every scan. Enter ends a scan, and so does Tab;
 * characters of the next scan are taken while the one before is still looked up.
 */
export function ScanField({ label, placeholder, field, onScan }: Props) {
  const styles = useStyles();
  const own = useRef<HTMLInputElement>(null);
  const box = field ?? own;
  const [typed, setTyped] = useState('');
  const { cue, take } = useScans(onScan, box);
  useScanGuard(box, take);
  useEffect(() => box.current?.focus(), [box]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value;
    const isEnd = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && text !== '');
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      setTyped('');
    }
    if (!isEnd) return;
    event.preventDefault();
    event.stopPropagation();
    setTyped('');
    if (text.trim() !== '') take(text);
  };
  const isWrong = cue?.tone === 'wrong';
  return (
    <div className={styles.row}>
      <Input
        className={mergeClasses(styles.field, isWrong && styles.wrong)}
        contentBefore={<BarcodeScannerRegular aria-hidden />}
        input={{ ref: box, autoComplete: 'off', spellCheck: false }}
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(_event, change) => setTyped(change.value)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.cue} role={isWrong ? 'alert' : 'status'}>
        {cue ? (
          <>
            {isWrong ? (
              <ErrorCircleRegular className={mergeClasses(styles.icon, styles.red)} aria-hidden />
            ) : (
              <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.quiet)} aria-hidden />
            )}
            <span className={styles.words}>
              <span>{cue.text}</span>
              {cue.choices?.map((choice) => (
                <Link as="button" key={choice.label} onClick={choice.onChoose}>
                  {choice.label}
                </Link>
              ))}
            </span>
          </>
        ) : null}
      </span>
    </div>
  );
}

/** Handles scans in the order in which they came, however long one takes. */
function useScans(onScan: Props['onScan'], box: RefObject<HTMLInputElement | null>) {
  const [cue, setCue] = useState<ScanCue | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(onScan);
  latest.current = onScan;
  // What went wrong is read; whoever goes on with the mouse has done so
  const isWrong = cue?.tone === 'wrong';
  useEffect(() => {
    if (!isWrong) return;
    const onClick = ({ target }: MouseEvent) => target !== box.current && setCue(null);
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [isWrong, box]);
  const take = (text: string) => {
    queue.current = queue.current.then(async () => {
      try {
        setCue(await latest.current(text));
      } catch (error) {
        const { what, next } = errorTextOf(error);
        setCue({ tone: 'wrong', text: `${what} ${next}` });
      }
    });
  };
  return { cue, take };
}
