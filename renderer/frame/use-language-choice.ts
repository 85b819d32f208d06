import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { LanguageChoice } from '../../shared/program-language.ts';
import { shell } from '../ui/bridge.ts';
import { useNotices } from '../ui/notices.tsx';
import { t } from '../ui/texts.ts';

/**
 * Changes the language of the windows, which loads the window anew. A field that is being edited is left first and stores its text;
 * while there is text that is not stored, the language stays as it is.
 */
export function useLanguageChoice(): (choice: LanguageChoice) => Promise<void> {
  const client = useQueryClient();
  const { notifyFailure } = useNotices();
  return async (choice) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await nothingOnItsWay(client);
    await nextPicture();
    if (holdsTextNotStored()) notifyFailure(t('frame:language.textNotStored'));
    else await shell.chooseLanguage(choice);
  };
}

function nothingOnItsWay(client: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (client.isMutating() > 0) return;
      stopListening();
      resolve();
    };
    const stopListening = client.getMutationCache().subscribe(look);
    look();
  });
}

/** A field that could not store its text says so then. */
function nextPicture(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Whether a field was refused, or a form that is stored by its button has been filled in. */
function holdsTextNotStored(): boolean {
  const texts = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'form input:not([type=checkbox], [type=radio]), form textarea',
  );
  return document.querySelector('[aria-invalid=true]') !== null || [...texts].some(({ value }) => value.trim() !== '');
}
