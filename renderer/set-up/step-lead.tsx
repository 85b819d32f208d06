import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  whole: { padding: '16px 16px 0 16px', maxWidth: '640px', display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What a step of the set-up is about, above its fields. */
export function StepLead({ title, text }: { readonly title: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.whole}>
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      <p className={styles.text}>{text}</p>
    </div>
  );
}
