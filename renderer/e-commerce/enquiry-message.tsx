import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: '12px',
    minHeight: '120px',
    maxHeight: '340px',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What an activity says, on the tab Additional info; who it is from stands on the other tab (domain.md 1.4). */
export function EnquiryMessage({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const [tab, setTab] = useState<unknown>('message');
  return (
    <>
      <TabList selectedValue={tab} onTabSelect={(_event, { value }) => setTab(value)}>
        <Tab value="message">{t('e-commerce:enquiry.additionalInfo')}</Tab>
        <Tab value="contact">{t('e-commerce:enquiry.contactDetails')}</Tab>
      </TabList>
      {tab === 'message' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard
        <section className={styles.text} tabIndex={0} aria-label={t('e-commerce:enquiry.additionalInfo')}>
          {text}
        </section>
      ) : (
        children
      )}
    </>
  );
}
