import type { EditRole } from '../../shared/bridge.ts';

/** What was under the pointer, as Chromium tells it. */
export interface ClickedText {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: {
    readonly canUndo: boolean;
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
    readonly canSelectAll: boolean;
  };
}

export type FieldMenuItem = 'separator' | { readonly role: EditRole; readonly isEnabled: boolean };

/** The menu of a text field; of marked text elsewhere only Copy; nothing anywhere else. */
export function fieldMenuItems({ isEditable, selectionText, editFlags }: ClickedText): readonly FieldMenuItem[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', isEnabled: editFlags.canCopy }];
  return [
    { role: 'undo', isEnabled: editFlags.canUndo },
    'separator',
    { role: 'cut', isEnabled: editFlags.canCut },
    { role: 'copy', isEnabled: editFlags.canCopy },
    { role: 'paste', isEnabled: editFlags.canPaste },
    'separator',
    { role: 'selectAll', isEnabled: editFlags.canSelectAll },
  ];
}
