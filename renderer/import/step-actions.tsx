import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  whole: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 0 16px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', '& > button': { whiteSpace: 'nowrap' } },
});

/** Where a step leads on, always in sight; above the buttons what keeps from it. */
export function StepActions({ message, children }: { readonly message?: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.whole}>
      {message}
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}
