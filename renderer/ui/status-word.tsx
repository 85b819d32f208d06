import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** Red for what needs a person, amber for waiting, blue for under way, green for done, grey for the rest. */
export type Tone = 'attention' | 'waiting' | 'active' | 'done' | 'quiet';

const useStyles = makeStyles({
  word: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    minWidth: 0,
    maxWidth: '100%',
    whiteSpace: 'nowrap',
    verticalAlign: 'bottom',
  },
  // A contrast theme would leave a gap where the dot was
  dot: { width: '8px', height: '8px', borderRadius: '50%', flexShrink: 0, forcedColorAdjust: 'none' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  attention: { backgroundColor: tokens.colorPaletteRedBackground3 },
  waiting: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  active: { backgroundColor: tokens.colorBrandBackground },
  done: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  quiet: { backgroundColor: tokens.colorNeutralForeground4 },
});

/** A status: a word with a small dot. */
export function StatusWord({ word, tone }: { readonly word: string; readonly tone: Tone }) {
  const styles = useStyles();
  return (
    <span className={styles.word}>
      <span className={mergeClasses(styles.dot, styles[tone])} aria-hidden />
      <span className={styles.text}>{word}</span>
    </span>
  );
}
