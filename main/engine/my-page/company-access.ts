import type { OpenCompany } from '../session.ts';

/** What a work of many transactions needs of the open company. */
export type CompanyAccess = Pick<OpenCompany, 'db' | 'command' | 'context'>;
