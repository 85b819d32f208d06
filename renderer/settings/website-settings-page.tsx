import { Button, makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { EditWebsiteInput } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { Page } from '../ui/page.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { MailTab } from './mail-tab.tsx';
import { PasswordTab } from './password-tab.tsx';
import { SettingsWebshopTab } from './settings-webshop-tab.tsx';
import { WebsiteTab } from './website-tab.tsx';

export type EditWebsite = (patch: Omit<EditWebsiteInput, 'websiteId'>) => Promise<unknown>;

const tabs = ['webshop', 'mail', 'passwords', 'website'] as const;

const useStyles = makeStyles({
  tabs: { padding: '0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  content: { overflowY: 'auto', flexGrow: 1, minHeight: 0 },
});

/** View - E-Commerce - Website Settings. */
export function WebsiteSettingsPage({ websiteId: firstId }: { readonly websiteId?: number }) {
  const [chosenId, setChosenId] = useState<number | null>(firstId ?? null);
  const websites = useRead(['settings', 'websites'], () => api.settings.websites.query());
  const create = useCommand((name: string) => api.settings.createWebsite.mutate({ name }));
  const websiteId = chosenId ?? websites.data?.[0]?.id;
  const add = () => create.mutate(t('settings:website.newName'), { onSuccess: ({ websiteId: id }) => setChosenId(id) });
  if (websites.data?.length === 0) {
    return (
      <Page title={t('settings:website.title')}>
        {create.error ? <FailureMessage error={create.error} /> : null}
        <EmptyState
          title={t('settings:website.none')}
          text={t('settings:website.noneNext')}
          action={
            <Button appearance="primary" disabled={create.isPending} onClick={add}>
              {t('settings:website.add')}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page
      title={t('settings:website.title')}
      actions={
        <>
          {(websites.data?.length ?? 0) > 1 ? (
            <Select
              aria-label={t('settings:website.toSetUp')}
              value={String(websiteId ?? '')}
              onChange={(_event, { value }) => setChosenId(Number(value))}
            >
              {websites.data?.map((website) => (
                <option key={website.id} value={website.id}>
                  {website.name}
                </option>
              ))}
            </Select>
          ) : null}
          <Button disabled={create.isPending} onClick={add}>
            {t('settings:website.add')}
          </Button>
        </>
      }
    >
      {websites.error && !websites.data ? (
        <FailureState error={websites.error} onRetry={() => void websites.refetch()} />
      ) : websiteId === undefined ? (
        <Waiting label={t('settings:reading')} />
      ) : (
        <WebsiteTabs key={websiteId} websiteId={websiteId} />
      )}
    </Page>
  );
}

function WebsiteTabs({ websiteId }: { readonly websiteId: number }) {
  const styles = useStyles();
  const [tab, setTab] = useState<(typeof tabs)[number]>('webshop');
  const query = useRead(['settings', 'website', websiteId], () => api.settings.website.query({ websiteId }));
  const command = useCommand((input: EditWebsiteInput) => api.settings.editWebsite.mutate(input));
  const edit: EditWebsite = (patch) => command.mutateAsync({ ...patch, websiteId });
  const website = query.data?.id === websiteId ? query.data : undefined;
  if (!website) {
    return query.error ? (
      <FailureState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Waiting label={t('settings:reading')} />
    );
  }
  return (
    <>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(tabs.find((each) => each === value) ?? 'webshop')}
      >
        {tabs.map((each) => (
          <Tab key={each} value={each}>
            {t(`settings:website.tab.${each}`)}
          </Tab>
        ))}
      </TabList>
      <div key={tab} className={styles.content} role="tabpanel" aria-label={t(`settings:website.tab.${tab}`)}>
        {tab === 'webshop' ? <SettingsWebshopTab website={website} edit={edit} /> : null}
        {tab === 'mail' ? <MailTab website={website} edit={edit} /> : null}
        {tab === 'passwords' ? <PasswordTab website={website} edit={edit} /> : null}
        {tab === 'website' ? <WebsiteTab website={website} edit={edit} /> : null}
      </div>
    </>
  );
}
