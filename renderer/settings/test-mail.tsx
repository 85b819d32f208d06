import { Button, Field, Input, MessageBar, MessageBarBody, makeStyles, Spinner } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { TestMailResult } from '../../shared/mail-check.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { looksLikeAddress } from '../ui/parse.ts';
import { programLocale } from '../ui/program-locale.ts';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({ whole: { display: 'flex', flexDirection: 'column', gap: '8px' } });

type Props = { readonly websiteId: number; readonly sender: string };

/** One mail that is plainly a test, to an address of the shop's own; with what became of it in the same place. */
export function TestMail({ websiteId, sender }: Props) {
  const form = useFormStyles();
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const to = (typed ?? sender).trim();
  const { language } = programLocale;
  const send = useCommand((address: string) => api.mailSettings.sendTest.mutate({ websiteId, to: address, language }));
  const isFaulty = to !== '' && !looksLikeAddress(to);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (to !== '' && !isFaulty && !send.isPending) send.mutate(to);
  };
  return (
    <form className={styles.whole} onSubmit={onSubmit}>
      <div className={form.row}>
        <Field
          label={t('mail-server:test.to')}
          className={form.grow}
          validationState={isFaulty ? 'error' : 'none'}
          validationMessage={isFaulty ? t('settings:notAnAddress') : null}
        >
          <Input type="email" value={typed ?? sender} onChange={(_event, { value }) => setTyped(value)} />
        </Field>
        <Button
          type="submit"
          className={form.besideField}
          disabled={to === '' || isFaulty}
          disabledFocusable={send.isPending}
          icon={send.isPending ? <Spinner size="extra-tiny" /> : null}
        >
          {t('mail-server:test.send')}
        </Button>
      </div>
      {send.data ? <Result result={send.data} /> : null}
      {send.error ? <FailureMessage error={send.error} /> : null}
    </form>
  );
}

function Result({ result }: { readonly result: TestMailResult }) {
  if (result.kind === 'accepted') {
    return (
      <MessageBar intent="success" role="status" layout="multiline">
        <MessageBarBody>{t('mail-server:test.accepted', { reply: result.reply })}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent="error" role="alert" layout="multiline">
      <MessageBarBody>{t(`mail-server:test.failed.${result.at}`, { reply: result.reply })}</MessageBarBody>
    </MessageBar>
  );
}
