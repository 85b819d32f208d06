import { Button, Checkbox, makeStyles, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, ColumnTripleRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { type ColumnDefaults, type ColumnLayout, firstLayout, moveColumn, toggleColumn } from './column-layout.ts';
import type { ListColumn } from './list-table.tsx';
import { t } from './texts.ts';

type Props<Row> = {
  readonly columns: readonly ListColumn<Row>[];
  readonly defaults: ColumnDefaults;
  readonly layout: ColumnLayout;
  readonly onChange: (layout: ColumnLayout) => void;
};

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '0 0 8px',
    padding: '2px',
    overflowY: 'auto',
    maxHeight: 'calc(100vh - 256px)',
  },
  row: { display: 'flex', alignItems: 'center', gap: '4px', minHeight: '32px', paddingRight: '4px' },
  name: { flexGrow: 1, minWidth: '160px' },
});

/** Shows, hides and moves the columns of a list; the first column always stays first. Alt with an arrow moves, too. */
export function ColumnArrangement<Row>({ columns, defaults, layout, onChange }: Props<Row>) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef<string | null>(null);
  // A row that changes its place in the document loses the focus, just when somebody goes on moving it
  useEffect(() => {
    if (moved.current === null || layout.order.length === 0) return;
    list.current?.querySelector<HTMLElement>(`[data-focus="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [layout]);
  const move = (id: string, by: -1 | 1, focus: string) => {
    moved.current = `${id} ${focus}`;
    onChange(moveColumn(layout, id, by));
  };
  const arranged = layout.order.slice(1).flatMap((id) => columns.filter((column) => column.id === id));
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<ColumnTripleRegular />}>
          {t('common:list.columns')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('common:list.columns')}>
        <ul className={styles.list} ref={list}>
          {arranged.map(({ id, header }, at) => (
            <li key={id} className={styles.row}>
              <Checkbox
                className={styles.name}
                input={{ 'data-focus': `${id} box` } as object}
                label={header}
                checked={!layout.hidden.includes(id)}
                onChange={() => onChange(toggleColumn(layout, id))}
                onKeyDown={(event) => {
                  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                  event.preventDefault();
                  move(id, event.key === 'ArrowUp' ? -1 : 1, 'box');
                }}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowUpRegular />}
                data-focus={`${id} up`}
                aria-label={t('common:list.moveUp', { column: header })}
                disabledFocusable={at === 0}
                onClick={() => move(id, -1, 'up')}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowDownRegular />}
                data-focus={`${id} down`}
                aria-label={t('common:list.moveDown', { column: header })}
                disabledFocusable={at === arranged.length - 1}
                onClick={() => move(id, 1, 'down')}
              />
            </li>
          ))}
        </ul>
        <Button size="small" onClick={() => onChange(firstLayout(defaults))}>
          {t('common:list.firstColumns')}
        </Button>
      </PopoverSurface>
    </Popover>
  );
}
