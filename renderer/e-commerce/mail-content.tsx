import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { shell } from '../ui/bridge.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 },
  frame: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // A mail brings its own colours, made for white paper.
    backgroundColor: '#ffffff',
    width: '100%',
    minHeight: '120px',
    flexGrow: 1,
    boxSizing: 'border-box',
  },
  text: {
    margin: 0,
    padding: '12px',
    minHeight: '120px',
    boxSizing: 'border-box',
    overflow: 'auto',
    flexGrow: 1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

type Props = {
  readonly html: string;
  readonly text: string;
  readonly source?: string;
  /** Of the text; the HTML names its own. */
  readonly lang?: string | undefined;
};
type Form = 'html' | 'text' | 'source';

/** A mail as the customer sees it, as text, and as the bytes that go out. The frame runs no script and loads nothing. */
export function MailContent({ html, text, source, lang }: Props) {
  const styles = useStyles();
  const [form, setForm] = useState<Form>('html');
  const forms: readonly Form[] = source === undefined ? ['html', 'text'] : ['html', 'text', 'source'];
  const label = form === 'text' ? t('e-commerce:mail.asText') : t('e-commerce:mail.asSource');
  return (
    <div className={styles.whole}>
      <TabList
        size="small"
        selectedValue={form}
        onTabSelect={(_event, { value }) => setForm(forms.find((each) => each === value) ?? 'html')}
      >
        {forms.map((each) => (
          <Tab key={each} value={each}>
            {t(`e-commerce:mail.${each}`)}
          </Tab>
        ))}
      </TabList>
      {form === 'html' ? (
        <MailFrame html={html} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard
        <section className={styles.text} tabIndex={0} aria-label={label}>
          {form === 'text' ? <span lang={lang}>{text}</span> : source}
        </section>
      )}
    </div>
  );
}

function MailFrame({ html }: { readonly html: string }) {
  const styles = useStyles();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void shell.addressOfMail(html).then((next) => {
      if (isWanted) setAddress(next);
    });
    return () => {
      isWanted = false;
    };
  }, [html]);
  const source = address === null ? {} : { src: address };
  return <iframe className={styles.frame} title={t('e-commerce:mail.asHtml')} sandbox="" {...source} />;
}
