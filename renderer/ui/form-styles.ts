import { makeStyles } from '@fluentui/react-components';

/** How fields of a tab stand: in a column that is easy to read down, two abreast where they belong together. */
export const useFormStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '16px', maxWidth: '640px' },
  row: { display: 'flex', gap: '12px', alignItems: 'flex-start', '& > *': { minWidth: 0 } },
  /** Beside a field: as high as its control, below its label. */
  besideField: { marginTop: '26px' },
  checks: { display: 'flex', flexDirection: 'column', gap: '4px' },
  grow: { flexGrow: 1 },
  narrow: { '& > .fui-Input': { maxWidth: '200px' }, '& > .fui-Select': { maxWidth: '200px' } },
});
