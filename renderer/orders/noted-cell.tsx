import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
});

/** A cell of the product lines with a few small words below it. */
export function NotedCell({ note, children }: { readonly note: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <div>{children}</div>
      {note === '' ? null : <div className={styles.note}>{note}</div>}
    </div>
  );
}
