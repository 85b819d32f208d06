import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailureState } from './failure-message.tsx';
import { t } from './texts.ts';
import { Waiting } from './waiting.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: '90vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px' },
  scrolled: { maxHeight: '56vh', overflowY: 'auto' },
});

type Props<Data> = {
  /** Before the data are there, it is told undefined. */
  readonly title: (data: Data | undefined) => string;
  /** The language of the title, where it is not the program's. */
  readonly titleLang?: (data: Data) => string | undefined;
  readonly query: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };
  /** Said while it is read. */
  readonly reading: string;
  /** What is longer than the window is scrolled; by the keyboard too. */
  readonly isScrolled?: boolean;
  /** Beside Close. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: (data: Data) => ReactNode;
};

/** Something to read, fetched when the dialog opens, and Close. */
export function ReadingDialog<Data>(props: Props<Data>) {
  const styles = useStyles();
  const { data, error, refetch } = props.query;
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || props.onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle lang={data === undefined ? undefined : props.titleLang?.(data)}>{props.title(data)}</DialogTitle>
          <DialogContent
            className={mergeClasses(styles.content, props.isScrolled && styles.scrolled)}
            {...(props.isScrolled ? { tabIndex: 0 } : {})}
          >
            {data !== undefined ? (
              props.children(data)
            ) : error ? (
              <FailureState error={error} onRetry={() => void refetch()} />
            ) : (
              <Waiting label={props.reading} size="small" />
            )}
          </DialogContent>
          <DialogActions>
            {props.actions}
            <Button appearance="primary" onClick={props.onClose}>
              {t('common:button.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
