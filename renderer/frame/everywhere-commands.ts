import type { MenuCommandId } from '../../shared/menu-model.ts';
import { shell } from '../ui/bridge.ts';
import { isFieldBeingEdited } from './edited-field.ts';

/** Does the commands that mean the same with and without a company, and while a dialog asks. Answers whether it was one of them. */
export function doEverywhere(id: MenuCommandId): boolean {
  switch (id) {
    case 'file.new-window':
      void shell.openWindow({ place: null });
      return true;
    case 'file.quit':
      void shell.quit();
      return true;
    case 'view.zoom-in':
      void shell.zoom('in');
      return true;
    case 'view.zoom-out':
      void shell.zoom('out');
      return true;
    case 'view.zoom-actual':
      void shell.zoom('actual');
      return true;
    case 'edit.undo':
      if (!isFieldBeingEdited()) return false;
      void shell.edit('undo');
      return true;
    default:
      return false;
  }
}

/** Whether a question or a form stands open, which the other commands must not go past. */
export function isAsking(): boolean {
  return document.querySelector('[role=dialog]:not([aria-modal=false]), [role=alertdialog]') !== null;
}
