import { Button, MessageBar, MessageBarBody, makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  outcome: { scrollMarginBottom: '16px' },
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
});

type Props = {
  readonly test: () => Promise<unknown>;
  readonly success: string;
  /** On the button, where a tab tests two connections. */
  readonly label?: string;
};

/** Test connection, with its outcome in the same place. */
export function ConnectionTest({ test, success, label = t('settings:testConnection') }: Props) {
  const styles = useStyles();
  const command = useCommand(test);
  const outcome = useRef<HTMLDivElement>(null);
  const { status } = command;
  useEffect(() => {
    if (status === 'success' || status === 'error') outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [status]);
  return (
    <div className={styles.whole}>
      <Button
        disabledFocusable={command.isPending}
        icon={command.isPending ? <Spinner size="extra-tiny" /> : null}
        onClick={() => command.mutate()}
      >
        {label}
      </Button>
      <div ref={outcome} className={styles.outcome}>
        {command.isSuccess ? (
          <MessageBar intent="success" role="status">
            <MessageBarBody>{success}</MessageBarBody>
          </MessageBar>
        ) : null}
        {command.error ? <FailureMessage error={command.error} /> : null}
      </div>
    </div>
  );
}
