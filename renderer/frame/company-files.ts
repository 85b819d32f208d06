import type { ErrorDetails } from '../../shared/errors.ts';
import { api } from '../ui/api.ts';
import { shell } from '../ui/bridge.ts';
import { failureOf } from '../ui/failure.ts';
import type { Question } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';
import { fileNameFor } from './file-name.ts';

const companyFiles = [{ name: t('frame:company.fileKind'), extensions: ['orderbud'] }];

/** Opens a company file; when another program left its lock behind, asks before taking it over. */
export async function openCompany(path: string, ask: (question: Question) => Promise<boolean>): Promise<void> {
  try {
    await api.companies.open.mutate({ path });
  } catch (error) {
    const { code, details } = failureOf(error);
    if (code !== 'company-in-use' || details.isStale !== true) throw error;
    const isConfirmed = await ask({
      title: t('frame:company.inUse.title'),
      text: t('frame:company.inUse.text', { holder: holderOf(details) }),
      confirm: t('frame:company.inUse.confirm'),
      leave: t('frame:company.inUse.leave'),
    });
    if (isConfirmed) await api.companies.open.mutate({ path, takeOver: true });
  }
}

/** Who has a company open, as far as the lock tells: person and computer, one of them, or just another program. */
function holderOf({ user, host }: ErrorDetails): string {
  const [first, second] = [user, host].filter((part) => typeof part === 'string').filter((part) => part !== '');
  if (first === undefined) return t('frame:company.inUse.anotherProgram');
  return second === undefined ? first : t('frame:company.inUse.holder', { user: first, host: second });
}

/** Lets the person choose a company file; null when the dialog was closed. */
export function chooseCompanyFile(): Promise<string | null> {
  return shell.chooseFileToOpen({ title: t('frame:company.open'), kinds: companyFiles });
}

/** Lets the person choose where a new company is kept; null when the dialog was closed. */
export function choosePlaceForCompany(companyName: string): Promise<string | null> {
  return shell.chooseFileToSave({
    title: t('frame:company.whereToKeep'),
    suggestedName: fileNameFor(companyName),
    kinds: companyFiles,
  });
}

/** Lets the person choose a backup; null when the dialog was closed. */
export function chooseBackup(): Promise<string | null> {
  return shell.chooseFileToOpen({ title: t('set-up:backup.openFile'), kinds: companyFiles });
}

/** Lets the person choose where a copy of the company is put; null when the dialog was closed. */
export function choosePlaceForBackup(companyName: string, today: string): Promise<string | null> {
  return shell.chooseFileToSave({
    title: t('frame:company.whereToBackUp'),
    suggestedName: fileNameFor(`${companyName} ${today}`),
    kinds: companyFiles,
  });
}
