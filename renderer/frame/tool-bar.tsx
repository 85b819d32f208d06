import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Spinner,
  Toolbar,
  ToolbarDivider,
  tokens,
} from '@fluentui/react-components';
import { AddRegular, GlobeSyncRegular } from '@fluentui/react-icons';
import { t } from '../ui/texts.ts';
import { useNavigation } from './place-context.tsx';
import { hasMainAction, type Place } from './places.ts';

const useStyles = makeStyles({
  bar: {
    padding: '4px 12px',
    gap: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // Fluent's buttons are as wide as "Submit", which moves a short word away from the edge
  new: { minWidth: 0, padding: '5px 8px' },
  main: { whiteSpace: 'nowrap', flexShrink: 0 },
  key: { marginLeft: '8px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  beside: {
    marginLeft: '8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

const newEntries: readonly { readonly label: string; readonly place: Place }[] = [
  { label: t('frame:toolBar.salesOrder'), place: { page: 'new-order' } },
  { label: t('frame:toolBar.purchaseOrder'), place: { page: 'new-purchase' } },
  { label: t('frame:toolBar.contact'), place: { page: 'new-contact' } },
  { label: t('frame:toolBar.product'), place: { page: 'new-product' } },
];

type Props = { readonly isRunning: boolean; readonly lastRunText: string };

/** The bar above the pages: what is new, and the one main job with when it was last done. */
export function ToolBar({ isRunning, lastRunText }: Props) {
  const styles = useStyles();
  const { open, place } = useNavigation();
  const isAccent = !hasMainAction(place.page);
  return (
    <Toolbar className={styles.bar} aria-label={t('frame:toolBar.title')}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<AddRegular />} className={styles.new}>
            {t('frame:toolBar.new')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {newEntries.map((entry) => (
              <MenuItem key={entry.label} onClick={() => open(entry.place)}>
                {entry.label}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <ToolbarDivider />
      <Button
        appearance={isAccent ? 'primary' : 'secondary'}
        className={styles.main}
        icon={
          isRunning ? (
            <Spinner size="extra-tiny" appearance={isAccent ? 'inverted' : 'primary'} />
          ) : (
            <GlobeSyncRegular />
          )
        }
        aria-keyshortcuts="F9"
        onClick={() => open({ page: 'website-data' })}
      >
        {t('frame:toolBar.getWebsiteData')}
        <span className={styles.key} aria-hidden>
          F9
        </span>
      </Button>
      <span className={styles.beside} role="status">
        {lastRunText}
      </span>
    </Toolbar>
  );
}
