import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { shell } from './bridge.ts';
import { t } from './texts.ts';
import { useEngineState } from './use-engine-state.ts';

/** Says when the engine fell over, what is safe, and what happens now. */
export function EngineBanner() {
  const state = useEngineState();
  const [dismissedAt, setDismissedAt] = useState(0);
  const restarts = state.kind === 'running' || state.kind === 'restarting' ? state.restarts : 0;

  if (state.kind === 'restarting') {
    return (
      <MessageBar intent="warning">
        <MessageBarBody>
          <MessageBarTitle>{t('common:engine.restarting')}</MessageBarTitle>
          {t('common:engine.restartingText')}
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (state.kind === 'stopped') {
    return (
      <MessageBar intent="error">
        <MessageBarBody>
          <MessageBarTitle>{t('common:engine.stopped')}</MessageBarTitle>
          {t('common:engine.stoppedText')}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => void shell.restartEngine()}>{t('common:engine.startAgain')}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  if (restarts > dismissedAt) {
    return (
      <MessageBar intent="info">
        <MessageBarBody>
          <MessageBarTitle>{t('common:engine.backAgain')}</MessageBarTitle>
          {t('common:engine.backAgainText')}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label={t('common:button.dismiss')}
              icon={<DismissRegular />}
              onClick={() => setDismissedAt(restarts)}
            />
          }
        />
      </MessageBar>
    );
  }
  return null;
}
