import { api } from '../ui/api.ts';
import { formatQuantity } from '../ui/format.ts';
import { type FoundRow, SearchChoice } from '../ui/search-choice.tsx';
import { t } from '../ui/texts.ts';

type Props = {
  readonly label: string;
  readonly onChoose: (product: FoundRow) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
};

/** A product of the register, found by number or name. */
export function ProductChoice(props: Props) {
  return (
    <SearchChoice
      {...props}
      queryKey={['products', 'choice']}
      placeholder={t('products:search.placeholder')}
      find={async (search) => {
        const { rows } = await api.products.list.query({ search, limit: 20 });
        return rows.map((row) => ({
          id: row.id,
          name: `${row.productNo} ${row.name}`,
          note: row.isStockItem
            ? t('products:stock.quantity', { quantity: formatQuantity(row.stockMilli), unit: row.unit })
            : t('products:stock.notStockItem'),
        }));
      }}
    />
  );
}
