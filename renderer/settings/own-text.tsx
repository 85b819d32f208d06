import { Button, makeStyles } from '@fluentui/react-components';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', minHeight: '32px' },
});

type Props = {
  readonly isOwn: boolean;
  /** What would be lost, asked before it is. */
  readonly whatIsLost: string;
  readonly returnToBuiltIn: () => Promise<unknown>;
};

/** Whether the built-in text or one by staff is sent, and the way back. */
export function OwnText({ isOwn, whatIsLost, returnToBuiltIn }: Props) {
  const styles = useStyles();
  const ask = useQuestion();
  const command = useCommand(async () => {
    const isConfirmed = await ask({
      title: t('settings:texts.useBuiltInTitle'),
      text: whatIsLost,
      confirm: t('settings:texts.useBuiltIn'),
      leave: t('settings:texts.keepOwn'),
    });
    if (isConfirmed) await returnToBuiltIn();
  });
  return (
    <>
      <div className={styles.state}>
        <span>{isOwn ? t('settings:texts.isOwn') : t('settings:texts.isBuiltIn')}</span>
        {isOwn ? (
          <Button size="small" disabled={command.isPending} onClick={() => command.mutate()}>
            {t('settings:texts.useBuiltIn')}
          </Button>
        ) : null}
      </div>
      {command.error ? <FailureMessage error={command.error} onDismiss={command.reset} /> : null}
    </>
  );
}
