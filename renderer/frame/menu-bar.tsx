import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { EditRole } from '../../shared/bridge.ts';
import {
  type MenuCommandId,
  type MenuItem as MenuModelItem,
  type MenuPlatform,
  menuModel,
} from '../../shared/menu-model.ts';
import type { MenuId } from '../../shared/menu-words.ts';
import type { LanguageChoice } from '../../shared/program-language.ts';
import { shell } from '../ui/bridge.ts';
import { programLocale } from '../ui/program-locale.ts';
import { t } from '../ui/texts.ts';
import { acceleratorText } from './accelerator.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    padding: '2px 8px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  button: { minWidth: 0, fontWeight: tokens.fontWeightRegular, padding: '3px 8px' },
});

// Fluent waits half a second, which desktop menus do not.
const hoverDelayMs = 50;

type Props = {
  readonly platform: MenuPlatform;
  /** What stands chosen in View - Language. */
  readonly language: LanguageChoice;
  readonly onCommand: (id: MenuCommandId) => void;
};

/** The menu bar inside the window, on Windows and Linux. F10 leads to it, arrows move, Esc leaves. */
export function MenuBar({ platform, language, onCommand }: Props) {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', circular: true });
  const [opened, setOpened] = useState<MenuId | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const fieldBefore = useRef<HTMLElement | null>(null);
  const menus = menuModel(platform, programLocale.language).filter((item) => item.kind === 'menu');

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F10' || event.shiftKey) return;
      event.preventDefault();
      bar.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const edit = (role: EditRole) => {
    fieldBefore.current?.focus();
    void shell.edit(role);
  };
  const command = (id: MenuCommandId) => {
    // The menu took the focus from the field that Undo may mean
    if (id === 'edit.undo') fieldBefore.current?.focus();
    onCommand(id);
  };
  const toNeighbour = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const isInSubmenu = (event.target as HTMLElement).closest('[role=menu]')?.getAttribute('data-level') !== '1';
    const opensSubmenu = (event.target as HTMLElement).getAttribute('aria-haspopup') === 'menu' && step === 1;
    if (step === 0 || isInSubmenu || opensSubmenu) return;
    const index = menus.findIndex((menu) => menu.id === opened);
    const next = menus[(index + step + menus.length) % menus.length];
    if (next) setOpened(next.id);
  };

  return (
    <div
      ref={bar}
      className={styles.bar}
      role="menubar"
      aria-label={t('frame:menuBar')}
      {...arrows}
      onFocusCapture={(event) => {
        if (event.relatedTarget instanceof HTMLElement && !bar.current?.contains(event.relatedTarget))
          fieldBefore.current = event.relatedTarget;
      }}
    >
      {menus.map((menu) => (
        <Menu
          key={menu.id}
          open={opened === menu.id}
          onOpenChange={(_event, { open }) => setOpened(open ? menu.id : (now) => (now === menu.id ? null : now))}
          positioning={{ position: 'below', align: 'start', offset: 0, autoSize: 'height' }}
        >
          <MenuTrigger disableButtonEnhancement>
            <Button
              role="menuitem"
              appearance="subtle"
              size="small"
              className={styles.button}
              onMouseEnter={() => opened !== null && setOpened(menu.id)}
            >
              {menu.label}
            </Button>
          </MenuTrigger>
          <MenuPopover onKeyDown={toNeighbour}>
            <Items items={menu.items} level={1} {...{ platform, language }} onCommand={command} onEdit={edit} />
          </MenuPopover>
        </Menu>
      ))}
    </div>
  );
}

type ItemsProps = {
  readonly items: readonly MenuModelItem[];
  readonly level: number;
  readonly platform: MenuPlatform;
  readonly language: LanguageChoice;
  readonly onCommand: (id: MenuCommandId) => void;
  readonly onEdit: (role: EditRole) => void;
};

function Items({ items, level, platform, language, onCommand, onEdit }: ItemsProps) {
  return (
    <MenuList data-level={level} checkedValues={{ language: [language] }}>
      {items.map((item, index) => {
        switch (item.kind) {
          case 'separator':
            // biome-ignore lint/suspicious/noArrayIndexKey: separators of a fixed menu have nothing else to be told apart by
            return <MenuDivider key={index} />;
          case 'menu':
            return (
              <Submenu key={item.id} label={item.label}>
                <Items items={item.items} level={level + 1} {...{ platform, language, onCommand, onEdit }} />
              </Submenu>
            );
          case 'edit':
            return (
              <MenuItem
                key={item.role}
                secondaryContent={acceleratorText(item.accelerator, platform)}
                onClick={() => onEdit(item.role)}
              >
                {item.label}
              </MenuItem>
            );
          case 'choice':
            return (
              <MenuItemRadio key={item.id} name="language" value={item.language} onClick={() => onCommand(item.id)}>
                {item.label}
              </MenuItemRadio>
            );
          default:
            return (
              <MenuItem
                key={item.id}
                {...(item.accelerator ? { secondaryContent: acceleratorText(item.accelerator, platform) } : {})}
                onClick={() => onCommand(item.id)}
              >
                {item.label}
              </MenuItem>
            );
        }
      })}
    </MenuList>
  );
}

/** A menu inside a menu. The pointer opens it; the click that people often add must not close it again, as Fluent would. */
function Submenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Menu
      hoverDelay={hoverDelayMs}
      open={isOpen}
      onOpenChange={(_event, { open, type }) => setIsOpen(open || type === 'menuTriggerClick')}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{label}</MenuItem>
      </MenuTrigger>
      <MenuPopover>{children}</MenuPopover>
    </Menu>
  );
}
