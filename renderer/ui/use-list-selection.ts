import type { ReactElement } from 'react';
import { noneSelected, type Selected } from './list-selection.ts';
import { useRemembered } from './remembered.tsx';

/** Something to do with the rows that are chosen: a button above the list and an entry of the context menu. */
export type SelectionAction<Row> = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactElement;
  /** Stands under More in the bar above the list; the context menu has it like the others. */
  readonly isUnderMore?: true;
  /** False where it does not suit these rows, such as a merge of three; at least one row is chosen. */
  readonly isPossible?: (rows: readonly Row[]) => boolean;
  readonly run: (rows: readonly Row[]) => unknown;
};

export type ListSelection = {
  readonly selected: Selected;
  readonly change: (selected: Selected) => void;
  readonly clear: () => void;
};

/** The selection of one list, still there when one comes back to it. Hand it to ListTable together with its actions. */
export function useListSelection(listName: string): ListSelection {
  const [selected, change] = useRemembered<Selected>(`${listName} selection`, noneSelected);
  return { selected, change, clear: () => change(noneSelected) };
}
