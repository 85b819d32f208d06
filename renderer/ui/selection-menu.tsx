import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { inNewWindow } from './new-window.ts';
import { canRun } from './selection-bar.tsx';
import { t } from './texts.ts';
import type { SelectionAction } from './use-list-selection.ts';

export type MenuSpot = { readonly x: number; readonly y: number };

type Props<Row> = {
  readonly spot: MenuSpot;
  readonly rows: readonly Row[];
  readonly actions: readonly SelectionAction<Row>[];
  readonly onOpenRow: (() => void) | undefined;
  /** `isLeft`: nothing was chosen, so the focus goes back to the row; else it belongs to what was chosen. */
  readonly onClose: (isLeft: boolean) => void;
};

/** The context menu of the rows that are chosen, at the pointer or at the row that has the focus. */
export function SelectionMenu<Row>({ spot, rows, actions, onOpenRow, onClose }: Props<Row>) {
  const target = { getBoundingClientRect: () => new DOMRect(spot.x, spot.y, 0, 0) };
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start', autoSize: 'height' }}
      onOpenChange={(_event, { open, type }) => {
        if (!open) onClose(type !== 'menuItemClick');
      }}
    >
      <MenuPopover>
        <MenuList aria-label={t('common:selection.count', { count: rows.length })}>
          {onOpenRow ? (
            <>
              <MenuItem onClick={onOpenRow}>{t('common:selection.open')}</MenuItem>
              <MenuItem onClick={() => inNewWindow(onOpenRow)}>{t('common:openInNewWindow')}</MenuItem>
            </>
          ) : null}
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              {...(action.icon ? { icon: action.icon } : {})}
              disabled={!canRun(action, rows)}
              onClick={() => action.run(rows)}
            >
              {action.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
