import { Checkbox, mergeClasses, TableCell, TableRow, useRestoreFocusTarget } from '@fluentui/react-components';
import type { CSSProperties, MouseEvent } from 'react';
import { useListStyles } from './list-styles.ts';
import type { ListColumn } from './list-table.tsx';
import { t } from './texts.ts';

type Props<Row> = {
  readonly row: Row;
  readonly index: number;
  readonly label: string | undefined;
  readonly columns: readonly ListColumn<Row>[];
  readonly style: CSSProperties;
  readonly isActive: boolean;
  readonly isMarked: boolean;
  /** Undefined where rows cannot be chosen. */
  readonly isChecked: boolean | undefined;
  readonly isOpenable: boolean;
  readonly onFocus: () => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onCheck: (event: MouseEvent) => void;
  readonly onContextMenu: ((event: MouseEvent) => void) | undefined;
};

/** One row of a list. The box is for the mouse: with the keyboard Space chooses the row that has the focus. */
export function ListRow<Row>(props: Props<Row>) {
  const styles = useListStyles();
  // A dialog that was opened for the selection gives the focus back to the row
  const restoreFocus = useRestoreFocusTarget();
  const { row, index, isChecked } = props;
  return (
    <TableRow
      {...(isChecked === undefined ? {} : restoreFocus)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-label={props.label}
      aria-selected={isChecked ?? props.isMarked}
      appearance={props.isMarked || isChecked ? 'brand' : 'none'}
      tabIndex={props.isActive ? 0 : -1}
      className={mergeClasses(styles.row, styles.virtual, props.isOpenable && styles.openable)}
      style={props.style}
      onFocus={props.onFocus}
      onClick={props.onClick}
      onContextMenu={props.onContextMenu}
    >
      {isChecked === undefined ? null : (
        <TableCell
          role="gridcell"
          className={styles.check}
          onClick={(event) => {
            event.stopPropagation();
            props.onCheck(event);
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
