import { Checkbox, mergeClasses, TableCell, TableRow, useRestoreFocusTarget } from '@fluentui/react-components';
import { type MouseEvent, memo } from 'react';
import { useListStyles } from './list-styles.ts';
import type { ListColumn } from './list-table.tsx';
import { t } from './texts.ts';

type Props<Row> = {
  readonly row: Row;
  readonly index: number;
  readonly label: string | undefined;
  readonly columns: readonly ListColumn<Row>[];
  /** The columns' tracks, with that of the box where rows can be chosen. */
  readonly tracks: string;
  /** Where it begins, in pixels from the first row. */
  readonly top: number;
  readonly isActive: boolean;
  readonly isMarked: boolean;
  /** Undefined where rows cannot be chosen. */
  readonly isChecked: boolean | undefined;
  readonly isOpenable: boolean;
  readonly on: RowEvents;
};

/** What the list does when something happens to a row; the same object while the list stands. */
export type RowEvents = {
  readonly focus: (index: number) => void;
  readonly click: (event: MouseEvent, index: number) => void;
  readonly check: (event: MouseEvent, index: number) => void;
  readonly contextMenu: (event: MouseEvent, index: number) => void;
};

/** The box is for the mouse: with the keyboard Space chooses the row that has the focus. */
function PlainRow<Row>(props: Props<Row>) {
  const styles = useListStyles();
  // A dialog that was opened for the selection gives the focus back to the row
  const restoreFocus = useRestoreFocusTarget();
  const { row, index, isChecked, on } = props;
  const isChosen = props.isMarked || isChecked === true;
  return (
    <TableRow
      {...(isChecked === undefined ? {} : restoreFocus)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-label={props.label}
      aria-selected={isChecked ?? props.isMarked}
      appearance={isChosen ? 'brand' : 'none'}
      tabIndex={props.isActive ? 0 : -1}
      className={mergeClasses(
        styles.row,
        styles.virtual,
        props.isOpenable && styles.openable,
        isChosen && styles.chosen,
      )}
      style={{ gridTemplateColumns: props.tracks, transform: `translateY(${props.top}px)` }}
      onFocus={() => on.focus(index)}
      onClick={(event) => on.click(event, index)}
      onContextMenu={(event) => on.contextMenu(event, index)}
    >
      {isChecked === undefined ? null : (
        <TableCell
          role="gridcell"
          className={styles.check}
          onClick={(event) => {
            event.stopPropagation();
            on.check(event, index);
          }}
        >
          <Checkbox
            className={styles.box}
            tabIndex={-1}
            aria-label={t('common:selection.row', { row: props.label ?? index + 1 })}
            checked={isChecked}
          />
        </TableCell>
      )}
      {props.columns.map((column) => (
        <TableCell key={column.id} role="gridcell" className={mergeClasses(styles.cell, column.align && styles.end)}>
          <span className={styles.text}>{column.cell(row)}</span>
        </TableCell>
      ))}
    </TableRow>
  );
}

/** One row of a list. It is drawn anew only when something of it changed, so that scrolling stays light. */
export const ListRow = memo(PlainRow) as typeof PlainRow;
