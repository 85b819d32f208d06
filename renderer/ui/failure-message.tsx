import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import type { ErrorText } from './error-texts.ts';
import { errorTextOf } from './failure.ts';
import { t } from './texts.ts';

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px',
    padding: '32px',
    textAlign: 'center',
    flexGrow: 1,
    color: tokens.colorNeutralForeground2,
  },
  what: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  icon: { color: tokens.colorPaletteRedForeground1, fontSize: '28px', marginBottom: '4px' },
  action: { marginTop: '12px' },
  bar: { flexShrink: 0 },
});

type Actions = { readonly onRetry?: () => void; readonly onDismiss?: () => void };

/** A failed action, at the place where it was asked for. */
export function FailureMessage({ error, ...actions }: { readonly error: unknown } & Actions) {
  return <FailureBar text={errorTextOf(error)} {...actions} />;
}

/** What went wrong without being asked for. */
export function FailureBar({ text, onRetry, onDismiss }: { readonly text: ErrorText } & Actions) {
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody>
        <MessageBarTitle>{text.what}</MessageBarTitle> {text.kept} {text.next}
      </MessageBarBody>
      {onRetry || onDismiss ? (
        <MessageBarActions>
          {onRetry ? (
            <Button size="small" onClick={onRetry}>
              {t('common:button.tryAgain')}
            </Button>
          ) : null}
          {onDismiss ? (
            <Button size="small" appearance="subtle" onClick={onDismiss}>
              {t('common:button.dismiss')}
            </Button>
          ) : null}
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}

/** A list or page that could not be read, in the place of its content. */
export function FailureState({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const styles = useStyles();
  const text = errorTextOf(error);
  return (
    <div className={styles.whole} role="alert">
      <ErrorCircleRegular className={styles.icon} aria-hidden />
      <div className={styles.what}>{text.what}</div>
      <div>{text.kept}</div>
      <div>{text.next}</div>
      <Button className={styles.action} onClick={onRetry}>
        {t('common:button.tryAgain')}
      </Button>
    </div>
  );
}
