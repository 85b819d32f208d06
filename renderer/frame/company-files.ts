import { api } from '../ui/api.ts';
import { shell } from '../ui/bridge.ts';
import { failureOf } from '../ui/failure.ts';
import type { Question } from '../ui/question.tsx';
import { fileNameFor } from './file-name.ts';

const companyFiles = [{ name: 'Orderbud company', extensions: ['orderbud'] }];

/** Opens a company file; when another program left its lock behind, asks before taking it over. */
export async function openCompany(path: string, ask: (question: Question) => Promise<boolean>): Promise<void> {
  try {
    await api.companies.open.mutate({ path });
  } catch (error) {
    const { code, details } = failureOf(error);
    if (code !== 'company-in-use' || details.isStale !== true) throw error;
    const holder = [details.user, details.host].filter((part) => typeof part === 'string' && part !== '').join(' on ');
    const isConfirmed = await ask({
      title: 'Open the company here?',
      text: `${holder === '' ? 'Another program' : holder} had it open and has not been heard of for a while. Open it here only if the program there is closed.`,
      confirm: 'Open it here',
      leave: 'Leave it closed',
    });
    if (isConfirmed) await api.companies.open.mutate({ path, takeOver: true });
  }
}

/** Lets the person choose a company file; null when the dialog was closed. */
export function chooseCompanyFile(): Promise<string | null> {
  return shell.chooseFileToOpen({ title: 'Open company', kinds: companyFiles });
}

/** Lets the person choose where a new company is kept; null when the dialog was closed. */
export function choosePlaceForCompany(companyName: string): Promise<string | null> {
  return shell.chooseFileToSave({
    title: 'Where to keep the company file',
    suggestedName: fileNameFor(companyName),
    kinds: companyFiles,
  });
}

/** Lets the person choose where a copy of the company is put, and makes it. Answers the place, or null when the dialog was closed. */
export async function backUpCompany(companyName: string, today: string): Promise<string | null> {
  const path = await shell.chooseFileToSave({
    title: 'Where to put the backup',
    suggestedName: fileNameFor(`${companyName} ${today}`),
    kinds: companyFiles,
  });
  if (path !== null) await api.companies.backUp.mutate({ path });
  return path;
}
