import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px',
    padding: '32px',
    flexGrow: 1,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  title: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  text: { maxWidth: '440px' },
  action: { marginTop: '12px' },
});

export type EmptyText = { readonly title: string; readonly text: string; readonly action?: ReactNode };

/** What stands where a list has no rows: why, and the next step. */
export function EmptyState({ title, text, action }: EmptyText) {
  const styles = useStyles();
  return (
    <div className={styles.whole}>
      <div className={styles.title}>{title}</div>
      <div className={styles.text}>{text}</div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
