import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { FailureMessage } from './failure-message.tsx';
import { t } from './texts.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
  button: { whiteSpace: 'nowrap' },
  wide: { maxWidth: '760px' },
});

type Props = {
  readonly title: string;
  readonly submit: string;
  readonly canSubmit: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly error: unknown;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** A few fields and one thing to do with them: Enter does it, Esc leaves. */
export function FormDialog(props: Props) {
  const styles = useStyles();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (props.canSubmit) props.onSubmit();
  };
  // A browser submits from fields, not from choices
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || props.onClose()}>
      <DialogSurface {...(props.isWide ? { className: styles.wide } : {})}>
        <form onSubmit={onSubmit} onKeyDown={onKeyDown}>
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent className={styles.content}>
              {props.error ? <FailureMessage error={props.error} /> : null}
              {props.children}
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" className={styles.button} disabled={!props.canSubmit}>
                {props.submit}
              </Button>
              <Button className={styles.button} onClick={props.onClose}>
                {t('common:button.cancel')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
