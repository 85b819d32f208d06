import { createContext, type ReactNode, useContext } from 'react';
import type { CompanyState } from '../../shared/companies.ts';

export type OpenCompany = Extract<CompanyState, { kind: 'open' }>;

const CompanyContext = createContext<OpenCompany | null>(null);

export function CompanyProvider({
  company,
  children,
}: {
  readonly company: OpenCompany;
  readonly children: ReactNode;
}) {
  return <CompanyContext value={company}>{children}</CompanyContext>;
}

/** The company that is open; everything inside the main frame has one. */
export function useCompany(): OpenCompany {
  const company = useContext(CompanyContext);
  if (company === null) throw new Error('useCompany stands outside CompanyProvider');
  return company;
}
