import { makeStyles } from '@fluentui/react-components';

/** How fields of a tab stand: in a column that is easy to read down, two abreast where they belong together. */
export const useFormStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '16px', maxWidth: '640px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'flex-start' },
  /** Beside a field: as high as its control, below its label. */
  besideField: { marginTop: '26px' },
  checks: { display: 'flex', flexDirection: 'column', gap: '4px' },
  /** Takes what is left of its row; where little is, it goes to a row of its own. */
  grow: { flexGrow: 1, flexBasis: '180px', minWidth: 0 },
  /** Keeps its share of the row. */
  share: { flexGrow: 1, flexBasis: '120px', minWidth: 0 },
  /** Takes what is left of its row, however long its choices are. */
  fitting: { flexGrow: 1, flexBasis: '180px', width: '0', minWidth: 0, '& > .fui-Select, & select': { minWidth: 0 } },
  narrow: { '& > .fui-Input': { maxWidth: '200px' }, '& > .fui-Select': { maxWidth: '200px' } },
});
