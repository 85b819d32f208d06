import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from './texts.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useWindowTitle } from './window-title.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, minWidth: 0, outlineStyle: 'none' },
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '12px 16px 8px 16px',
    minHeight: '32px',
    flexWrap: 'wrap',
  },
  title: { margin: 0, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
  side: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: '8px',
    flexWrap: 'wrap',
  },
  below: { padding: '0 16px 8px 16px', display: 'flex', flexDirection: 'column', gap: '8px' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scroll: { overflowY: 'auto' },
});

type Props = {
  readonly title: string;
  /** Beside the title: a status, a date. */
  readonly subtitle?: ReactNode;
  readonly onBack?: () => void;
  /** Buttons of the page, on the right; the main one first. */
  readonly actions?: ReactNode;
  /** Filters and messages between title and content. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
};

/** A page of the main window: title, actions, content that scrolls by itself. */
export function Page({ title, subtitle, onBack, actions, below, children }: Props) {
  const styles = useStyles();
  const page = useRef<HTMLElement>(null);
  useWindowTitle(title);
  useKeptFocus(page);
  // The control that led here is gone with its page: without this the keyboard would begin at the top of the window again.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) page.current?.focus();
  }, []);
  return (
    <section ref={page} tabIndex={-1} className={styles.page} aria-label={title}>
      <header className={styles.header}>
        {onBack ? (
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={t('common:button.back')}
            onClick={onBack}
          />
        ) : null}
        <Subtitle1 as="h1" className={styles.title}>
          {title}
        </Subtitle1>
        {subtitle}
        {actions ? <div className={styles.side}>{actions}</div> : null}
      </header>
      {below ? <div className={styles.below}>{below}</div> : null}
      <div className={styles.body}>{children}</div>
    </section>
  );
}
