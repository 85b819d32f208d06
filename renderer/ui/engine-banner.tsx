import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { shell } from './bridge.ts';
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
          <MessageBarTitle>Restarting</MessageBarTitle>
          The part of Orderbud that keeps your company stopped and is being started again. Saved work is safe.
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (state.kind === 'stopped') {
    return (
      <MessageBar intent="error">
        <MessageBarBody>
          <MessageBarTitle>Stopped</MessageBarTitle>
          The part of Orderbud that keeps your company stopped several times in a row. Saved work is safe.
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => void shell.restartEngine()}>Start again</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  if (restarts > dismissedAt) {
    return (
      <MessageBar intent="info">
        <MessageBarBody>
          <MessageBarTitle>Back again</MessageBarTitle>
          The part of Orderbud that keeps your company stopped and was started again. What was saved is there; check the
          last thing you did.
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label="Dismiss"
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
