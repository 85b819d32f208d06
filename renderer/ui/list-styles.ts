import { makeStyles, tokens } from '@fluentui/react-components';

export const rowHeightPx = 32;
/** The track of the check boxes in front of the columns. */
export const checkTrack = '16px';

/** How rows and cells of a list stand. */
export const useListStyles = makeStyles({
  row: { display: 'grid', height: `${rowHeightPx}px`, columnGap: '16px', padding: '0 16px', minWidth: 0 },
  virtual: { position: 'absolute', top: 0, left: 0, width: '100%', boxSizing: 'border-box' },
  openable: { cursor: 'pointer' },
  // Fluent's row would look as if it were not chosen while the mouse is over it
  chosen: { ':hover': { backgroundColor: tokens.colorBrandBackground2Hover } },
  cell: { padding: 0, minWidth: 0, height: `${rowHeightPx}px`, overflow: 'hidden' },
  check: { padding: 0, minWidth: 0, height: `${rowHeightPx}px`, overflow: 'visible', cursor: 'default' },
  // The box of Fluent has 8 px of air around it, which the gaps between columns have already
  box: { margin: '0 -8px' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', width: '100%' },
  headerText: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  sortable: { padding: 0, minHeight: `${rowHeightPx}px` },
  end: {
    justifyContent: 'flex-end',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    '& > *': { justifyContent: 'flex-end' },
  },
});
