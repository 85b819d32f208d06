import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  // The letters of a field begin behind its border and padding
  belowField: { paddingInline: '9px' },
});

type Props = { readonly note: string; readonly isField: boolean; readonly children: ReactNode };

/** A cell of the product lines with a few small words below it. */
export function NotedCell({ note, isField, children }: Props) {
  const styles = useStyles();
  return (
    <div>
      <div>{children}</div>
      {note === '' ? null : <div className={mergeClasses(styles.note, isField && styles.belowField)}>{note}</div>}
    </div>
  );
}
