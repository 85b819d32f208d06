import { makeStyles, tokens } from '@fluentui/react-components';
import { narrowWindow } from '../ui/narrow.ts';

/** How the customer strip stands beside an order. */
export const useStripStyles = makeStyles({
  strip: {
    width: '280px',
    flexShrink: 0,
    overflowY: 'auto',
    padding: '12px 16px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: '24px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    [narrowWindow]: { width: '100%', borderLeft: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, padding: '0 0 0 16px', display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, margin: 0 },
  smallLink: { fontSize: 'inherit', lineHeight: 'inherit' },
  why: { margin: 0, paddingLeft: '8px', borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorderActive}` },
  would: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontStyle: 'italic',
    whiteSpace: 'nowrap',
  },
});
