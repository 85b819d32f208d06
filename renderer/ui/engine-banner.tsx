import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { shell } from './bridge.ts';
import { useEngineState } from './use-engine-state.ts';

/**
 * Says when the engine fell over, what is safe, and what happens now. What the window shows is asked for anew once the engine is
 * back.
 */
export function EngineBanner() {
  const state = useEngineState();
  const queryClient = useQueryClient();
  const [dismissedAt, setDismissedAt] = useState(0);
  const restarts = state.kind === 'running' || state.kind === 'restarting' ? state.restarts : 0;

  useEffect(() => {
    if (state.kind === 'running' && restarts > 0) void queryClient.invalidateQueries();
  }, [queryClient, state.kind, restarts]);

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
