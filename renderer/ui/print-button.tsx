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
              { ...trigger, 'aria-label': `${label}, more choices` } as SplitButtonProps['menuButton'] & object
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
          <MenuItem onClick={() => onPrint('pdf')}>Save as PDF</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
