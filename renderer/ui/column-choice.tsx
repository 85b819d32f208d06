import { Button, Menu, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ColumnTripleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ListColumn } from './list-table.tsx';
import { t } from './texts.ts';

/** Which columns of a list are hidden, remembered on this computer. The first column always stays. */
export function useHiddenColumns(listName: string): readonly [readonly string[], (hidden: readonly string[]) => void] {
  const storageKey = `hidden-columns.${listName}`;
  const [hidden, setHidden] = useState<readonly string[]>(() =>
    (localStorage.getItem(storageKey) ?? '').split(',').filter((id) => id !== ''),
  );
  const remember = (ids: readonly string[]) => {
    setHidden(ids);
    localStorage.setItem(storageKey, ids.join(','));
  };
  return [hidden, remember];
}

type Props<Row> = {
  readonly columns: readonly ListColumn<Row>[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
};

/** The menu that shows and hides columns. */
export function ColumnChoice<Row>({ columns, hidden, onChange }: Props<Row>) {
  const choosable = columns.slice(1);
  const shown = choosable.filter((column) => !hidden.includes(column.id)).map((column) => column.id);
  return (
    <Menu
      checkedValues={{ shown }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        onChange(choosable.filter((column) => !checkedItems.includes(column.id)).map((column) => column.id))
      }
      persistOnItemClick
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<ColumnTripleRegular />}>
          {t('common:list.columns')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choosable.map((column) => (
            <MenuItemCheckbox key={column.id} name="shown" value={column.id}>
              {column.header}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
