import { useEffect, useRef } from 'react';
import type { ShellEnvironment } from '../../shared/bridge.ts';
import type { CompanyState } from '../../shared/companies.ts';
import { api } from '../ui/api.ts';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { openCompany } from './company-files.ts';

/** Opens, once, what the command line named: the demo company or a file. */
export function useOpeningAtStart(environment: ShellEnvironment | undefined, company: CompanyState | undefined) {
  const ask = useQuestion();
  const isDone = useRef(false);
  const opening = useCommand(async (start: ShellEnvironment) => {
    if (start.companyFile !== null) await openCompany(start.companyFile, ask);
    else await api.companies.openDemo.mutate();
  });
  const open = opening.mutate;
  useEffect(() => {
    if (isDone.current || !environment || !company) return;
    isDone.current = true;
    if (company.kind === 'none' && (environment.companyFile !== null || environment.isDemo)) open(environment);
  }, [environment, company, open]);
  return { isOpening: opening.isPending, error: opening.error };
}
