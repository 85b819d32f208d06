import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Select,
  tokens,
} from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { orderStatuses } from '../../shared/order.ts';
import { t } from '../ui/texts.ts';
import { noFilters, type OrderListFilters, setFilters, toggleStatus } from './order-list-filters.ts';

export type WebsiteName = { readonly id: number; readonly name: string };

type Props = {
  readonly filters: OrderListFilters;
  readonly websites: readonly WebsiteName[];
  readonly onChange: (filters: OrderListFilters) => void;
};

const useStyles = makeStyles({
  panel: { maxHeight: 'calc(100vh - 16px)', overflowY: 'auto', boxSizing: 'border-box' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', width: 'min(400px, calc(100vw - 64px))' },
  statuses: {
    border: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(184px, 1fr))',
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  choices: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(176px, 1fr))', gap: '12px' },
  choice: { minWidth: 0 },
});

/** The filters beyond the chips; all that is set must hold. It changes the list at once. */
export function OrderFilterPanel({ filters, websites, onChange }: Props) {
  const styles = useStyles();
  const count = setFilters(filters).length;
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance={count > 0 ? 'outline' : 'subtle'} icon={<FilterRegular />}>
          {t('order-list:filter.button')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('order-list:filter.button')} className={styles.panel}>
        <div className={styles.content}>
          <fieldset className={styles.statuses}>
            <legend className={styles.legend}>{t('order-list:filter.status')}</legend>
            {orderStatuses.map((status) => (
              <Checkbox
                key={status}
                label={t(`orders:status.${status}`)}
                checked={filters.statuses.includes(status)}
                onChange={() => onChange(toggleStatus(filters, status))}
              />
            ))}
          </fieldset>
          <Choices filters={filters} websites={websites} onChange={onChange} />
          <div>
            <Checkbox
              label={t('order-list:filter.waitingForGoods')}
              checked={filters.isWaitingForGoods}
              onChange={(_event, { checked }) => onChange({ ...filters, isWaitingForGoods: checked === true })}
            />
            <Checkbox
              label={t('order-list:filter.needsAttention')}
              checked={filters.needsAttention}
              onChange={(_event, { checked }) => onChange({ ...filters, needsAttention: checked === true })}
            />
          </div>
          <div>
            <Button
              size="small"
              disabledFocusable={count === 0}
              onClick={() => onChange({ ...noFilters, filter: filters.filter })}
            >
              {t('order-list:filter.clear')}
            </Button>
          </div>
        </div>
      </PopoverSurface>
    </Popover>
  );
}

function Choices({ filters, websites, onChange }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.choices}>
      <Field label={t('order-list:filter.website')} className={styles.choice}>
        <Select
          value={String(filters.website)}
          onChange={(_event, { value }) => onChange({ ...filters, website: websiteOf(value) })}
        >
          <option value="any">{t('order-list:filter.anyWebsite')}</option>
          {websites.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
          <option value="none">{t('order-list:filter.noWebsite')}</option>
        </Select>
      </Field>
      <Field label={t('order-list:filter.picked')} className={styles.choice}>
        <Select
          value={filters.picked}
          onChange={(_event, { value }) =>
            onChange({ ...filters, picked: value === 'yes' || value === 'no' ? value : 'any' })
          }
        >
          <option value="any">{t('order-list:filter.anyPicked')}</option>
          <option value="yes">{t('order-list:filter.isPicked')}</option>
          <option value="no">{t('order-list:filter.notPicked')}</option>
        </Select>
      </Field>
    </div>
  );
}

function websiteOf(value: string): OrderListFilters['website'] {
  return value === 'any' || value === 'none' ? value : Number(value);
}
