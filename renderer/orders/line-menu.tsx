import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { OrderLineView, OrderView } from '../../shared/sales-orders.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { t } from '../ui/texts.ts';

type Props = {
  readonly order: OrderView;
  readonly line: OrderLineView;
  readonly onReserve: () => void;
  readonly onTakeOff: () => void;
};

/** What can be done to one product line besides editing its fields. */
export function LineMenu({ order, line, onReserve, onTakeOff }: Props) {
  const { open } = useNavigation();
  const { productId } = line;
  if (line.isRemoved) return null;
  const canReserve = order.work.editDelivery && line.isStockItem && line.remainingMilli > 0;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          aria-label={t('order-window:lines.more', { product: line.description })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={!canReserve} onClick={onReserve}>
            {t('order-window:lines.reserve')}
          </MenuItem>
          <MenuItem
            disabled={productId === null}
            onClick={() => productId !== null && open({ page: 'product', productId })}
          >
            {t('order-window:lines.showProduct')}
          </MenuItem>
          <MenuItem disabled={!order.work.editContents || line.deliveredMilli > 0} onClick={onTakeOff}>
            {t('order-window:lines.takeOff')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
