import { Tab, TabList } from '@fluentui/react-components';
import { useNavigation } from '../frame/place-context.tsx';

const lists = [
  { page: 'orders-not-delivered', label: 'Orders, not delivered' },
  { page: 'purchases-not-received', label: 'Purchases, not received' },
] as const;

/** The lists of View - Warehouse - Warehouse. */
export function WarehouseTabs({ chosen }: { readonly chosen: (typeof lists)[number]['page'] }) {
  const { open } = useNavigation();
  return (
    <TabList
      size="small"
      selectedValue={chosen}
      onTabSelect={(_event, { value }) => {
        const list = lists.find((each) => each.page === value);
        if (list) open({ page: list.page });
      }}
    >
      {lists.map((list) => (
        <Tab key={list.page} value={list.page}>
          {list.label}
        </Tab>
      ))}
    </TabList>
  );
}
