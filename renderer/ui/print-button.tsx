import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SplitButton,
  type SplitButtonProps,
} from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { t } from './texts.ts';
import type { PrintHow } from './use-printing.ts';

type Props = {
  readonly label: string;
  readonly onPrint: (how: PrintHow) => void;
  readonly isDisabled?: boolean;
  readonly appearance?: 'primary' | 'secondary';
};

/** Prints with one click; its menu saves as PDF instead. */
export function PrintButton({ label, onPrint, isDisabled = false, appearance = 'secondary' }: Props) {
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        {(trigger) => (
          <SplitButton
            appearance={appearance}
            icon={<PrintRegular />}
            disabled={isDisabled}
            menuButton={
              { ...trigger, 'aria-label': t('common:print.moreChoices', { label }) } as SplitButtonProps['menuButton'] &
                object
            }
            primaryActionButton={{ onClick: () => onPrint('printer') }}
          >
            {label}
          </SplitButton>
        )}
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => onPrint('printer')}>{label}</MenuItem>
          <MenuItem onClick={() => onPrint('pdf')}>{t('common:print.saveAsPdf')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
