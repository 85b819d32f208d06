import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from './texts.ts';
import type { SelectionAction } from './use-list-selection.ts';

type Props<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly actions: readonly SelectionAction<Row>[];
  readonly onClear: () => void;
  /** At the end of the bar. */
  readonly children?: ReactNode;
};

const useStyles = makeStyles({
  // It always stands there: a list that moved down under the pointer would have the wrong row chosen next.
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '4px 8px',
    minHeight: '32px',
    padding: '0 16px',
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, minWidth: '88px' },
  button: { whiteSpace: 'nowrap', minWidth: 0 },
  end: { marginLeft: 'auto' },
});

/** How many rows are chosen and what can be done with them. */
export function SelectionBar<Row>({ label, rows, actions, onClear, children }: Props<Row>) {
  const styles = useStyles();
  return (
    <div role="toolbar" aria-label={t('common:selection.bar', { list: label })} className={styles.bar}>
      <span role="status" className={styles.count}>
        {t('common:selection.count', { count: rows.length })}
      </span>
      {actions.filter(isInBar).map((action) => (
        <Button
          key={action.id}
          size="small"
          className={styles.button}
          {...(action.icon ? { icon: action.icon } : {})}
          disabled={!canRun(action, rows)}
          onClick={() => action.run(rows)}
        >
          {action.label}
        </Button>
      ))}
      <MoreActions actions={actions.filter((action) => !isInBar(action))} rows={rows} />
      {rows.length > 0 ? (
        <Button size="small" appearance="subtle" className={styles.button} onClick={onClear}>
          {t('common:selection.clear')}
        </Button>
      ) : null}
      {children ? <div className={styles.end}>{children}</div> : null}
    </div>
  );
}

const isInBar = <Row,>(action: SelectionAction<Row>) => action.isUnderMore !== true;

function MoreActions<Row>({ actions, rows }: Pick<Props<Row>, 'actions' | 'rows'>) {
  if (actions.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={t('common:selection.more')}
          disabled={!actions.some((action) => canRun(action, rows))}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <MenuItem key={action.id} disabled={!canRun(action, rows)} onClick={() => action.run(rows)}>
              {action.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Whether an action suits the rows that are chosen. */
export function canRun<Row>(action: SelectionAction<Row>, rows: readonly Row[]): boolean {
  return rows.length > 0 && (action.isPossible?.(rows) ?? true);
}
