import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { setUpSteps } from '../../shared/set-up.ts';
import { useCompany } from '../frame/company-context.tsx';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { isSetUp, stepNames, useSetUp } from './use-set-up.ts';

/** Reminds of the steps that are left until the company is set up or somebody puts the reminder away. */
export function SetUpBanner() {
  const { isDemo } = useCompany();
  const { place, open } = useNavigation();
  const { data: setUp } = useSetUp();
  const dismiss = useCommand(() => api.setUp.choose.mutate({ isDismissed: true }));
  const isNew = !isDemo && setUp?.left.length === setUpSteps.length && !setUp.isDismissed;
  // A company in which nothing is filled in yet begins here; who leaves is not brought back.
  const wasLed = useRef(false);
  useEffect(() => {
    if (!isNew || wasLed.current) return;
    wasLed.current = true;
    open({ page: 'set-up' });
  }, [isNew, open]);
  if (isDemo || setUp === undefined || setUp.isDismissed || isSetUp(setUp) || place.page === 'set-up') return null;
  return (
    <MessageBar intent="info" layout="singleline">
      <MessageBarBody>
        {t('set-up:banner.left', { count: setUp.left.length, steps: stepNames(setUp.left) })}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => open({ page: 'set-up' })}>
          {t('set-up:banner.goOn')}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => dismiss.mutate(undefined)}>
          {t('set-up:banner.dismiss')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
