import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { WebsiteView } from '../../shared/settings.ts';
import { MailTab } from '../settings/mail-tab.tsx';
import type { EditWebsite } from '../settings/website-settings-page.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { errorTextOf } from '../ui/failure.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { mailProviders, providerOf } from './mail-providers.ts';
import { StepLead } from './step-lead.tsx';
import { useWebsite } from './use-website.ts';

const useStyles = makeStyles({ provider: { padding: '16px 16px 0 16px', maxWidth: '320px' } });

type Props = { readonly websiteId: number | null; readonly toWebsite: () => void };

/** Step E-mail: sender and mail server, with the servers of common providers. */
export function SetUpMailStep({ websiteId, toWebsite }: Props) {
  return (
    <>
      <StepLead title={t('set-up:step.mail')} text={t('set-up:mail.lead')} />
      {websiteId === null ? (
        <EmptyState
          title={t('set-up:mail.needsWebsite')}
          text={t('set-up:mail.needsWebsiteText')}
          action={<Button onClick={toWebsite}>{t('set-up:mail.toWebsite')}</Button>}
        />
      ) : (
        <Fields websiteId={websiteId} />
      )}
    </>
  );
}

function Fields({ websiteId }: { readonly websiteId: number }) {
  const { website, error, retry, edit } = useWebsite(websiteId);
  if (!website) {
    return error ? <FailureState error={error} onRetry={retry} /> : <Waiting label={t('settings:reading')} />;
  }
  return (
    <>
      <Provider website={website} edit={edit} />
      <MailTab website={website} edit={edit} />
    </>
  );
}

function Provider({ website, edit }: { readonly website: WebsiteView; readonly edit: EditWebsite }) {
  const styles = useStyles();
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (name: string) => {
    const provider = mailProviders.find((each) => each.name === name);
    if (provider === undefined) return;
    const { smtpHost, smtpPort, smtpSecurity } = provider;
    try {
      await edit({ smtpHost, smtpPort, smtpSecurity });
      setProblem(null);
    } catch (error) {
      setProblem(t('common:saved.notSaved', errorTextOf(error)));
    }
  };
  return (
    <div className={styles.provider}>
      <Field
        label={t('set-up:mail.provider')}
        hint={t('set-up:mail.providerHint')}
        validationState={problem === null ? 'none' : 'error'}
        validationMessage={problem}
      >
        <Select value={providerOf(website)?.name ?? ''} onChange={(_event, { value }) => void choose(value)}>
          <option value="">{t('set-up:mail.otherProvider')}</option>
          {mailProviders.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
