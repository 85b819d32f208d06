import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { assertNever } from '../../shared/errors.ts';
import { focusList } from '../ui/focus-list.ts';
import { t } from '../ui/texts.ts';
import type { WebsiteName } from './order-filter-panel.tsx';
import { noFilters, type OrderListFilters, type SetFilter, setFilters, withoutFilter } from './order-list-filters.ts';

type Props = {
  readonly filters: OrderListFilters;
  readonly websites: readonly WebsiteName[];
  readonly onChange: (filters: OrderListFilters) => void;
};

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  chip: {
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
});

/** What the filter panel has set: each is taken off with a click. */
export function OrderSetFilters({ filters, websites, onChange }: Props) {
  const styles = useStyles();
  const chips = setFilters(filters);
  if (chips.length === 0) return null;
  // The button that was pressed is gone with its filter
  const change = (next: OrderListFilters) => {
    onChange(next);
    requestAnimationFrame(() => focusList(document.querySelector('main')));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and takes part in forms; this is a row of buttons
    <div role="group" aria-label={t('order-list:filter.active')} className={styles.row}>
      {chips.map((chip) => {
        const name = nameOf(chip, websites);
        return (
          <Button
            key={`${chip.kind} ${name}`}
            size="small"
            shape="circular"
            appearance="subtle"
            className={styles.chip}
            iconPosition="after"
            icon={<DismissRegular />}
            aria-label={t('order-list:filter.remove', { filter: name })}
            onClick={() => change(withoutFilter(filters, chip))}
          >
            {name}
          </Button>
        );
      })}
      <Button size="small" appearance="subtle" onClick={() => change({ ...noFilters, filter: filters.filter })}>
        {t('order-list:filter.clear')}
      </Button>
    </div>
  );
}

function nameOf(chip: SetFilter, websites: readonly WebsiteName[]): string {
  switch (chip.kind) {
    case 'status':
      return t(`orders:status.${chip.status}`);
    case 'website':
      if (chip.website === 'none') return t('order-list:filter.noWebsite');
      return websites.find(({ id }) => id === chip.website)?.name ?? t('order-list:filter.website');
    case 'picked':
      return t(chip.picked === 'yes' ? 'order-list:filter.isPicked' : 'order-list:filter.notPicked');
    case 'waiting-for-goods':
      return t('order-list:filter.waitingForGoods');
    case 'needs-attention':
      return t('order-list:filter.needsAttention');
    default:
      return assertNever(chip, 'filter');
  }
}
