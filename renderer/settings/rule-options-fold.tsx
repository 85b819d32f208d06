import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { RuleNumber } from '../../shared/change.ts';
import { type RuleWithOptions, rulesWithOptions } from '../../shared/rule-options.ts';
import type { WebsiteView } from '../../shared/settings.ts';
import { t } from '../ui/texts.ts';
import { RuleOptionFields } from './rule-option-fields.tsx';
import { optionsInShort } from './rule-option-words.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  // Under the help text of the rule's check box
  fold: { paddingLeft: '24px', display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
  button: {
    minWidth: 0,
    paddingLeft: '0',
    paddingRight: '8px',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
  },
  disabled: { color: tokens.colorNeutralForegroundDisabled },
  fields: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 0 8px 24px', alignSelf: 'stretch' },
});

type Props = {
  readonly rule: RuleNumber;
  /** Of the rule, for who hears the button without seeing what it stands under. */
  readonly name: string;
  readonly website: WebsiteView;
  readonly edit: EditWebsite;
};

/** The options of a rule, folded: what they leave unsaid stands on the fold. Nothing where the rule has none. */
export function RuleOptionsFold({ rule, name, website, edit }: Props) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const fieldsId = useId();
  const withOptions = rulesWithOptions.find((each) => each === rule);
  if (withOptions === undefined) return null;
  const label = foldLabel(withOptions, website);
  return (
    <div className={styles.fold}>
      <Button
        appearance="transparent"
        size="small"
        className={styles.button}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': fieldsId } : {})}
        aria-label={`${label} – ${name}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={website.rules[rule] ? undefined : styles.disabled}>{label}</span>
      </Button>
      {isOpen ? (
        <div id={fieldsId} className={styles.fields}>
          <RuleOptionFields
            rule={withOptions}
            options={website.ruleOptions}
            isDisabled={!website.rules[rule]}
            save={(options) => edit({ ruleOptions: options })}
          />
        </div>
      ) : null}
    </div>
  );
}

function foldLabel(rule: RuleWithOptions, website: WebsiteView): string {
  return `${t('settings:communication.options.fold')}: ${optionsInShort(rule, website.ruleOptions)}`;
}
