import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../ui/api.ts';
import { shell } from '../ui/bridge.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { programLocale } from '../ui/program-locale.ts';
import { useCommand } from '../ui/queries.ts';
import { StatusWord } from '../ui/status-word.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type IsKept, keptWord } from './kept-word.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  label: { color: tokens.colorNeutralForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

type SignIn =
  | { readonly kind: 'idle' }
  /** `url` is null until the engine has named the page. */
  | { readonly kind: 'waiting'; readonly url: string | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown };

type Props = {
  readonly websiteId: number;
  readonly isSignedIn: IsKept;
};

const words = {
  kept: t('mail-server:signIn.isSignedIn'),
  missing: t('mail-server:signIn.isSignedOut'),
  silent: t('mail-server:signIn.keychainSilent'),
};

/** Signing a mailbox in: the system's browser opens the provider's page, the engine waits for it to come back. */
export function MailSignIn({ websiteId, isSignedIn }: Props) {
  const styles = useStyles();
  const { signIn, start, cancel } = useSignIn(websiteId);
  const signOut = useCommand(() => api.mailSettings.signOut.mutate({ websiteId }));
  const word = keptWord(isSignedIn, words);
  return (
    <section className={styles.whole} aria-label={t('mail-server:signIn.state')}>
      {word === null ? (
        <Waiting size="tiny" label={t('mail-server:signIn.asking')} />
      ) : (
        <StatusWord word={word} tone={isSignedIn ? 'done' : 'attention'} />
      )}
      {signIn.kind === 'waiting' ? (
        <>
          <Spinner size="tiny" labelPosition="after" label={t('mail-server:signIn.waiting')} />
          <div className={styles.buttons}>
            <Button disabled={signIn.url === null} onClick={() => openPage(signIn.url)}>
              {t('mail-server:signIn.openAgain')}
            </Button>
            <Button onClick={cancel}>{t('mail-server:signIn.cancel')}</Button>
          </div>
        </>
      ) : (
        <div className={styles.buttons}>
          <Button disabled={word === null} onClick={start}>
            {isSignedIn ? t('mail-server:signIn.again') : t('mail-server:signIn.start')}
          </Button>
          {isSignedIn ? (
            <Button
              appearance="subtle"
              disabled={signOut.isPending}
              onClick={() => signOut.mutate(undefined, { onSuccess: cancel })}
            >
              {t('mail-server:signIn.signOut')}
            </Button>
          ) : null}
        </div>
      )}
      {signIn.kind === 'done' ? (
        <MessageBar intent="success" role="status" layout="multiline">
          <MessageBarBody>{t('mail-server:signIn.done')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {signIn.kind === 'failed' ? <FailureMessage error={signIn.error} /> : null}
      {signOut.error ? <FailureMessage error={signOut.error} /> : null}
    </section>
  );
}

function openPage(url: string | null): void {
  if (url !== null) void shell.openInBrowser(url);
}

function useSignIn(websiteId: number) {
  const client = useQueryClient();
  const [signIn, setSignIn] = useState<SignIn>({ kind: 'idle' });
  const listening = useRef<{ unsubscribe(): void } | null>(null);
  // Who goes elsewhere has given the sign-in up
  useEffect(() => () => listening.current?.unsubscribe(), []);
  const end = (outcome: SignIn) => {
    listening.current = null;
    setSignIn(outcome);
    void client.invalidateQueries();
  };
  const start = () => {
    setSignIn({ kind: 'waiting', url: null });
    listening.current = api.mailSettings.signIn.subscribe(
      { websiteId, language: programLocale.language },
      {
        onData: (event) => {
          if (event.kind === 'signed-in') return;
          setSignIn({ kind: 'waiting', url: event.url });
          openPage(event.url);
        },
        onError: (error) => end({ kind: 'failed', error }),
        onComplete: () => end({ kind: 'done' }),
      },
    );
  };
  const cancel = () => {
    listening.current?.unsubscribe();
    end({ kind: 'idle' });
  };
  return { signIn, start, cancel };
}
