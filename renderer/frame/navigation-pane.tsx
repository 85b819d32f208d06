import { makeStyles, NavDrawer, NavDrawerBody, NavItem, NavSectionHeader, tokens } from '@fluentui/react-components';
import {
  Box20Regular,
  BoxMultiple20Regular,
  Cart20Regular,
  ClipboardTaskListLtr20Regular,
  GlobeSync20Regular,
  History20Regular,
  MailRead20Regular,
  People20Regular,
  Receipt20Regular,
  Settings20Regular,
  VehicleTruckProfile20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { NavigationCounts } from '../../shared/sales-orders.ts';
import { narrowWindow } from '../ui/narrow.ts';
import { t } from '../ui/texts.ts';
import { useNavigation } from './place-context.tsx';
import { navigationEntryOf, type PageName, type Place } from './places.ts';

// Still there for assistive technology and tests.
const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

const useStyles = makeStyles({
  drawer: {
    width: '224px',
    minWidth: '224px',
    height: '100%',
    [narrowWindow]: { width: '52px', minWidth: '52px' },
  },
  body: { overflowX: 'hidden' },
  section: { margin: '10px 0 2px 8px', fontSize: tokens.fontSizeBase200, [narrowWindow]: unseen },
  item: { minHeight: '32px', boxSizing: 'border-box', alignItems: 'center', gap: '8px' },
  // As heavy when it is chosen: the longest entry is not cut then, and none moves.
  label: {
    fontWeight: tokens.fontWeightRegular,
    flexGrow: 1,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    [narrowWindow]: unseen,
  },
  count: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase200,
    [narrowWindow]: unseen,
  },
});

// As a style: the drawer's own padding wins over a class.
const bodyPadding = { padding: '0 4px 8px 4px' };

type Entry = {
  readonly place: Place & { readonly page: PageName };
  readonly label: string;
  readonly icon: ReactElement;
  readonly count?: (counts: NavigationCounts) => number;
};
type Section = { readonly title: string; readonly entries: readonly Entry[] };

const sections: readonly Section[] = [
  {
    title: t('frame:navigation.sales'),
    entries: [
      {
        place: { page: 'orders' },
        label: t('frame:navigation.orders'),
        icon: <Cart20Regular />,
        count: (counts) => counts.openOrders,
      },
    ],
  },
  {
    title: t('frame:navigation.warehouse'),
    entries: [
      {
        place: { page: 'orders-not-delivered' },
        label: t('frame:navigation.ordersNotDelivered'),
        icon: <VehicleTruckProfile20Regular />,
        count: (counts) => counts.ordersNotDelivered,
      },
      {
        place: { page: 'purchases-not-received' },
        label: t('frame:navigation.purchasesNotReceived'),
        icon: <Box20Regular />,
        count: (counts) => counts.purchasesNotReceived,
      },
      {
        place: { page: 'stock-taking' },
        label: t('frame:navigation.stockTaking'),
        icon: <ClipboardTaskListLtr20Regular />,
      },
    ],
  },
  {
    title: t('frame:navigation.registers'),
    entries: [
      { place: { page: 'purchases' }, label: t('frame:navigation.purchases'), icon: <Receipt20Regular /> },
      { place: { page: 'contacts' }, label: t('frame:navigation.contacts'), icon: <People20Regular /> },
      { place: { page: 'products' }, label: t('frame:navigation.products'), icon: <BoxMultiple20Regular /> },
    ],
  },
  {
    title: t('frame:navigation.eCommerce'),
    entries: [
      { place: { page: 'website-data' }, label: t('frame:navigation.getWebsiteData'), icon: <GlobeSync20Regular /> },
      { place: { page: 'order-list' }, label: t('frame:navigation.orderList'), icon: <History20Regular /> },
      { place: { page: 'mail-log' }, label: t('frame:navigation.mailLog'), icon: <MailRead20Regular /> },
      {
        place: { page: 'website-settings' },
        label: t('frame:navigation.websiteSettings'),
        icon: <Settings20Regular />,
      },
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
    >
      <NavDrawerBody
        role="navigation"
        aria-label={t('frame:navigation.title')}
        className={styles.body}
        style={bodyPadding}
      >
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
                title={entry.label}
                // Not the drawer's onNavItemSelect: it does not hear of clicks on the icon.
                onClick={() => open(entry.place)}
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
