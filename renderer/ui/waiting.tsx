import { makeStyles, mergeClasses, Spinner } from '@fluentui/react-components';

// What comes within a third of a second needs no sign that it is on its way; what takes longer gets one that fades in.
const useStyles = makeStyles({
  wait: {
    animationName: { from: { visibility: 'hidden', opacity: 0 }, to: { visibility: 'visible', opacity: 1 } },
    animationDuration: '150ms',
    animationDelay: '300ms',
    animationFillMode: 'backwards',
    '@media (prefers-reduced-motion: reduce)': { animationDuration: '1ms' },
  },
});

type Props = { readonly label: string; readonly size?: 'tiny' | 'small'; readonly className?: string };

/** A spinner that is only seen when the wait lasts. */
export function Waiting({ label, size, className }: Props) {
  const styles = useStyles();
  return <Spinner className={mergeClasses(styles.wait, className)} label={label} {...(size ? { size } : {})} />;
}
