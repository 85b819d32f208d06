import { expect, test } from 'vitest';
import { fieldMenuItems } from '../../../main/shell/field-menu-items.ts';

const editFlags = { canUndo: false, canCut: false, canCopy: false, canPaste: true, canSelectAll: true };
const rolesOf = (items: ReturnType<typeof fieldMenuItems>) =>
  items.flatMap((item) => (item === 'separator' ? [] : [[item.role, item.isEnabled]]));

test('an empty field offers to paste; what cannot be done there stays grey', () => {
  expect(rolesOf(fieldMenuItems({ isEditable: true, selectionText: '', editFlags }))).toEqual([
    ['undo', false],
    ['cut', false],
    ['copy', false],
    ['paste', true],
    ['selectAll', true],
  ]);
});

test('marked text outside fields can be copied and nothing else; elsewhere there is no menu', () => {
  const marked = { isEditable: false, selectionText: 'W-8850', editFlags: { ...editFlags, canCopy: true } };
  expect(rolesOf(fieldMenuItems(marked))).toEqual([['copy', true]]);
  expect(fieldMenuItems({ ...marked, selectionText: ' ' })).toEqual([]);
});
