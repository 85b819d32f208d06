import { makeStyles, NavDrawer, NavDrawerBody, NavItem, NavSectionHeader, tokens } from '@fluentui/react-components';
import {
  BoxMultipleRegular,
  BoxRegular,
  CartRegular,
  ClipboardTaskListLtrRegular,
  GlobeSyncRegular,
  HistoryRegular,
  PeopleRegular,
  ReceiptRegular,
  SettingsRegular,
  VehicleTruckProfileRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { NavigationCounts } from '../../shared/sales-orders.ts';
import { useNavigation } from './place-context.tsx';
import { navigationEntryOf, type PageName, type Place } from './places.ts';

const useStyles = makeStyles({
  drawer: { width: '208px', minWidth: '208px', height: '100%' },
  body: { padding: '0 4px 8px 4px' },
  section: { margin: '10px 0 2px 8px', fontSize: tokens.fontSizeBase200 },
  item: { padding: '5px 8px', minHeight: '32px', boxSizing: 'border-box', alignItems: 'center' },
  label: { flexGrow: 1, whiteSpace: 'nowrap' },
  count: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase200,
  },
});

type Entry = {
  readonly place: Place & { readonly page: PageName };
  readonly label: string;
  readonly icon: ReactElement;
  readonly count?: (counts: NavigationCounts) => number;
};
type Section = { readonly title: string; readonly entries: readonly Entry[] };

const sections: readonly Section[] = [
  {
    title: 'Sales',
    entries: [
      { place: { page: 'orders' }, label: 'Sales orders', icon: <CartRegular />, count: (counts) => counts.openOrders },
    ],
  },
  {
    title: 'Warehouse',
    entries: [
      {
        place: { page: 'orders-not-delivered' },
        label: 'Orders, not delivered',
        icon: <VehicleTruckProfileRegular />,
        count: (counts) => counts.ordersNotDelivered,
      },
      {
        place: { page: 'purchases-not-received' },
        label: 'Purchases, not received',
        icon: <BoxRegular />,
        count: (counts) => counts.purchasesNotReceived,
      },
      { place: { page: 'stock-taking' }, label: 'Stock taking', icon: <ClipboardTaskListLtrRegular /> },
    ],
  },
  {
    title: 'Registers',
    entries: [
      { place: { page: 'purchases' }, label: 'Purchase orders', icon: <ReceiptRegular /> },
      { place: { page: 'contacts' }, label: 'Contacts', icon: <PeopleRegular /> },
      { place: { page: 'products' }, label: 'Products', icon: <BoxMultipleRegular /> },
    ],
  },
  {
    title: 'E-Commerce',
    entries: [
      { place: { page: 'website-data' }, label: 'Get Website Data', icon: <GlobeSyncRegular /> },
      { place: { page: 'order-list' }, label: 'Show order list', icon: <HistoryRegular /> },
      { place: { page: 'website-settings' }, label: 'Website Settings', icon: <SettingsRegular /> },
    ],
  },
];

/** The list on the left: every register and list one click away, with how many rows wait there. */
export function NavigationPane({ counts }: { readonly counts: NavigationCounts | undefined }) {
  const styles = useStyles();
  const { place, open } = useNavigation();
  return (
    <NavDrawer
      open
      type="inline"
      density="small"
      separator
      className={styles.drawer}
      selectedValue={navigationEntryOf[place.page] ?? ''}
      onNavItemSelect={(_event, { value }) => {
        const entry = sections.flatMap((section) => section.entries).find((each) => each.place.page === value);
        if (entry) open(entry.place);
      }}
    >
      <NavDrawerBody role="navigation" aria-label="Navigation" className={styles.body}>
        {sections.map((section) => (
          <div key={section.title}>
            <NavSectionHeader className={styles.section}>{section.title}</NavSectionHeader>
            {section.entries.map((entry) => (
              <NavItem
                key={entry.place.page}
                value={entry.place.page}
                icon={entry.icon}
                as="button"
                className={styles.item}
              >
                <span className={styles.label}>{entry.label}</span>
                <span className={styles.count}>{counts && entry.count ? entry.count(counts) || '' : ''}</span>
              </NavItem>
            ))}
          </div>
        ))}
      </NavDrawerBody>
    </NavDrawer>
  );
}
