import { makeStyles, mergeClasses, Subtitle2 } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ title: { margin: 0 } });

/** The heading of a section of a page. */
export function SectionTitle({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const styles = useStyles();
  return (
    <Subtitle2 as="h2" className={mergeClasses(styles.title, className)}>
      {children}
    </Subtitle2>
  );
}
