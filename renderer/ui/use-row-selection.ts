import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { allRows, extendTo, inList, noneSelected, onlyRow, type RowKey, toggleRow } from './list-selection.ts';
import type { MenuSpot } from './selection-menu.tsx';
import type { ListSelection, SelectionAction } from './use-list-selection.ts';

type Input<Row> = {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => RowKey;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly selection?: ListSelection;
  readonly actions?: readonly SelectionAction<Row>[];
  readonly active: number;
  readonly focusRow: (index: number) => void;
};

type SelectionMenuPlace = {
  readonly spot: MenuSpot;
  readonly onOpenRow: (() => void) | undefined;
  readonly onClose: (isLeft: boolean) => void;
};

export type RowSelection<Row> = {
  readonly rows: readonly Row[];
  readonly actions: readonly SelectionAction<Row>[];
  readonly checked: boolean | 'mixed';
  readonly menu: SelectionMenuPlace | null;
  readonly isChosen: (key: RowKey) => boolean;
  readonly clear: () => void;
  readonly checkAll: (isOn: boolean) => void;
  readonly onCheck: (event: MouseEvent, index: number) => void;
  /** Answers whether the click was one of choosing. */
  readonly onRowClick: (event: MouseEvent, index: number) => boolean;
  readonly onContextMenu: (event: MouseEvent, index: number) => void;
  /** `next` is the row that the key leads to. Answers whether the key was one of choosing. */
  readonly onKeyDown: (event: KeyboardEvent, next: number | null) => boolean;
};

/** Choosing rows the way lists of the desktop do; undefined for a list whose rows cannot be chosen. */
export function useRowSelection<Row>(input: Input<Row>): RowSelection<Row> | undefined {
  const [spot, setSpot] = useState<MenuSpot | null>(null);
  const { rows, rowKey, selection, active, focusRow, onOpen } = input;
  if (selection === undefined) return undefined;
  const { selected, change } = selection;
  const keys = rows.map(rowKey);
  const chosen = inList(selected, keys);
  const clear = () => change(noneSelected);
  const choose = (index: number, isRange: boolean) => {
    const key = keys[index];
    if (key !== undefined) change(isRange ? extendTo(selected, keys, key) : toggleRow(selected, key));
  };
  const openMenu = (index: number, at: MenuSpot) => {
    const key = keys[index];
    if (key === undefined) return;
    if (!selected.keys.has(key)) change(onlyRow(key));
    setSpot(at);
  };
  const commands: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ' ': (event) => choose(active, event.shiftKey),
    ContextMenu: (event) => openMenu(active, belowRow(event)),
    ...(chosen.length > 0 ? { Escape: clear } : {}),
  };
  const extendByKey = (next: number) => {
    const from = keys[active];
    const to = keys[next];
    if (from === undefined || to === undefined) return;
    // A range that begins with the keyboard begins at the row that has the focus
    const start = selected.keys.has(from) ? selected : onlyRow(from);
    change(extendTo(start.anchor === null ? onlyRow(from) : start, keys, to));
    focusRow(next);
  };
  const first = rows[active];
  return {
    rows: rows.filter((row) => selected.keys.has(rowKey(row))),
    actions: input.actions ?? [],
    checked: chosen.length === 0 ? false : chosen.length === rows.length || 'mixed',
    menu: spot && {
      spot,
      onOpenRow: onOpen && first !== undefined && chosen.length === 1 ? () => onOpen(first) : undefined,
      onClose: (isLeft) => {
        setSpot(null);
        if (isLeft) focusRow(active);
      },
    },
    isChosen: (key) => selected.keys.has(key),
    clear,
    checkAll: (isOn) => change(isOn ? allRows(keys) : noneSelected),
    onCheck: (event, index) => {
      choose(index, event.shiftKey);
      focusRow(index);
    },
    onRowClick: (event, index) => {
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return false;
      choose(index, event.shiftKey);
      focusRow(index);
      return true;
    },
    onContextMenu: (event, index) => {
      event.preventDefault();
      openMenu(index, { x: event.clientX, y: event.clientY });
    },
    onKeyDown: (event, next) => {
      if (event.key === 'F10' && event.shiftKey) commands.ContextMenu?.(event);
      else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) change(allRows(keys));
      else if (next !== null && event.shiftKey) extendByKey(next);
      else if (commands[event.key]) commands[event.key]?.(event);
      else return false;
      return true;
    },
  };
}

/** Where a menu opens that was asked for with the keyboard. */
function belowRow(event: KeyboardEvent): MenuSpot {
  const { left, bottom } = (event.target as HTMLElement).getBoundingClientRect();
  return { x: Math.max(left, 0) + 48, y: bottom };
}
