import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { languageOfCommand, type MenuCommandId, type MenuPlatform } from '../../shared/menu-model.ts';
import { type BackUpProgress, useBackUp } from '../set-up/use-back-up.ts';
import { api } from '../ui/api.ts';
import { shell } from '../ui/bridge.ts';
import { dayOf } from '../ui/format.ts';
import { useNotices } from '../ui/notices.tsx';
import { runPageCommand } from '../ui/page-commands.ts';
import { useCommand } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { t } from '../ui/texts.ts';
import { useUndo } from '../ui/undo.tsx';
import { commandOfKey } from './accelerator.ts';
import { useCompany } from './company-context.tsx';
import { chooseCompanyFile, choosePlaceForBackup, openCompany } from './company-files.ts';
import { watchEditedField } from './edited-field.ts';
import { doEverywhere, isAsking } from './everywhere-commands.ts';
import { useNavigation } from './place-context.tsx';
import { newPlaceFrom, placeOfCommand } from './places.ts';
import { useLanguageChoice } from './use-language-choice.ts';
import { useNativeCommands } from './use-native-commands.ts';
import { useNewWindowClicks } from './use-open-in-new-window.ts';

export type OpenDialog = 'new-company' | 'update-website' | 'restore' | 'support-bundle' | 'about' | null;

type MenuCommands = {
  readonly onCommand: (id: MenuCommandId) => void;
  readonly backUpProgress: BackUpProgress | null;
  readonly error: unknown;
  readonly dismissError: () => void;
};

/** What the commands of both menus do: the native one and the one in the window. */
export function useMenuCommands(platform: MenuPlatform, setDialog: (dialog: OpenDialog) => void): MenuCommands {
  const { open } = useNavigation();
  const { place: now, back } = useNavigation();
  const files = useFileCommands();
  const client = useQueryClient();
  const { undoLast } = useUndo();
  const { notify } = useNotices();
  const chooseLanguage = useLanguageChoice();
  const onCommand = (id: MenuCommandId) => {
    if (doEverywhere(id) || isAsking()) return;
    const language = languageOfCommand(id);
    if (language !== null) void chooseLanguage(language);
    const place = placeOfCommand[id];
    if (place) open(place);
    if (id === 'file.new-company') setDialog('new-company');
    if (id === 'file.open-company') files.open();
    if (id === 'file.open-recent') files.close();
    if (id === 'file.back-up') files.backUp();
    if (id === 'file.restore') setDialog('restore');
    if (id === 'file.show-in-folder') files.showInFolder();
    if (id === 'file.new') open(newPlaceFrom(now.page));
    if (id === 'file.print' && !runPageCommand('print')) notify(t('frame:nothingToPrint'));
    if (id === 'edit.undo') undoLast();
    if (id === 'edit.find') findOnPage();
    if (id === 'view.back') back();
    if (id === 'view.refresh') void client.invalidateQueries();
    if (id === 'view.e-commerce.update-website') setDialog('update-website');
    if (id === 'help.support-bundle') setDialog('support-bundle');
    if (id === 'help.about') setDialog('about');
  };

  const latest = useRef(onCommand);
  latest.current = onCommand;
  useNativeCommands(onCommand);
  useNewWindowClicks();
  useEffect(watchEditedField, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const id = event.defaultPrevented ? null : commandOfKey(event, platform);
      if (id === null) return;
      // The native menu has the same key; it does not act on a key that was taken here.
      event.preventDefault();
      latest.current(id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [platform]);
  return {
    onCommand: useCallback((id) => latest.current(id), []),
    backUpProgress: files.backUpProgress,
    error: files.error,
    dismissError: files.dismissError,
  };
}

/** Leads to the search of the page, if it has one. */
function findOnPage(): void {
  const search = document.querySelector<HTMLInputElement>('main input[type=search]');
  search?.focus();
  search?.select();
}

function useFileCommands() {
  const ask = useQuestion();
  const company = useCompany();
  const { notify } = useNotices();
  const { progress, backUp } = useBackUp();
  const opening = useCommand(async () => {
    const path = await chooseCompanyFile();
    if (path !== null) await openCompany(path, ask);
  });
  // The start screen is where recent companies are listed; everything of the open one is stored already.
  const closing = useCommand(() => api.companies.close.mutate());
  const backingUp = useCommand(async () => {
    const path = await choosePlaceForBackup(company.name, dayOf(new Date()));
    if (path === null) return;
    await backUp(path);
    notify(t('frame:company.backedUp', { path }));
  });
  const all = [opening, closing, backingUp];
  return {
    open: () => opening.mutate(),
    close: () => closing.mutate(),
    backUp: () => backingUp.mutate(),
    backUpProgress: progress,
    showInFolder: () => void shell.showCompanyInFolder(),
    error: all.find((command) => command.error)?.error ?? null,
    dismissError: () => {
      for (const command of all) command.reset();
    },
  };
}
