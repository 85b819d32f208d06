import { Tab, TabList } from '@fluentui/react-components';
import { useNavigation } from '../frame/place-context.tsx';
import { t } from '../ui/texts.ts';

const lists = ['orders-not-delivered', 'purchases-not-received'] as const;

/** The lists of View - Warehouse - Warehouse. */
export function WarehouseTabs({ chosen }: { readonly chosen: (typeof lists)[number] }) {
  const { open } = useNavigation();
  return (
    <TabList
      size="small"
      selectedValue={chosen}
      onTabSelect={(_event, { value }) => {
        const page = lists.find((each) => each === value);
        if (page) open({ page });
      }}
    >
      {lists.map((page) => (
        <Tab key={page} value={page}>
          {t(`warehouse:list.${page}`)}
        </Tab>
      ))}
    </TabList>
  );
}
