import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import {
  type EditRuleOptions,
  type RuleOptions,
  type RuleWithOptions,
  ruleOptions,
  type SpokenStatus,
} from '../../shared/rule-options.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedNumber } from '../ui/saved-number.tsx';
import { t } from '../ui/texts.ts';
import { directionChoices, quantityNewsChoices, statusChoices } from './rule-option-words.ts';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  legend: { padding: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  choice: { '& > .fui-Select': { maxWidth: '360px' } },
});

type Props = {
  readonly options: RuleOptions;
  readonly isDisabled: boolean;
  /** Stores what is given; the rest stays. */
  readonly save: (options: EditRuleOptions) => Promise<unknown>;
};

/** The fields of the options of one rule. */
export function RuleOptionFields({ rule, ...props }: Props & { readonly rule: RuleWithOptions }) {
  switch (rule) {
    case 1:
      return <SpokenStatuses {...props} />;
    case 5:
      return <QuantityNews {...props} />;
    case 6:
      return <DateMoves {...props} />;
    case 7:
      return (
        <SavedCheck
          label={t('settings:communication.options.wholeLine')}
          hint={t('settings:communication.options.wholeLineHint')}
          isDisabled={props.isDisabled}
          value={props.options[7].onlyWholeLine}
          save={(onlyWholeLine) => props.save({ 7: { onlyWholeLine } })}
        />
      );
  }
}

function SpokenStatuses({ options, isDisabled, save }: Props) {
  const styles = useStyles();
  const hintId = useId();
  const { silentStatuses } = options[1];
  // Boxes that are clicked fast after one another: each adds to what the last one stored
  const wanted = useRef(silentStatuses);
  useEffect(() => {
    wanted.current = silentStatuses;
  }, [silentStatuses]);
  const choose = async (status: SpokenStatus, isTold: boolean) => {
    const others = wanted.current.filter((each) => each !== status);
    wanted.current = isTold ? others : [...others, status];
    try {
      await save({ 1: { silentStatuses: wanted.current } });
    } catch (error) {
      wanted.current = silentStatuses;
      throw error;
    }
  };
  return (
    <fieldset className={styles.group} aria-describedby={hintId}>
      <legend className={styles.legend}>{t('settings:communication.options.statuses')}</legend>
      {statusChoices.map(({ value, label }) => (
        <SavedCheck
          key={value}
          label={label}
          isDisabled={isDisabled}
          value={!silentStatuses.includes(value)}
          save={(isTold) => choose(value, isTold)}
        />
      ))}
      <p id={hintId} className={styles.hint}>
        {t('settings:communication.options.statusesHint')}
      </p>
    </fieldset>
  );
}

function QuantityNews({ options, isDisabled, save }: Props) {
  const styles = useStyles();
  return (
    <SavedChoice
      label={t('settings:communication.options.speaksOf')}
      hint={t('settings:communication.options.speaksOfHint')}
      className={styles.choice}
      isDisabled={isDisabled}
      value={options[5].speaksOf}
      choices={quantityNewsChoices}
      save={(speaksOf) => save({ 5: { speaksOf } })}
    />
  );
}

function DateMoves({ options, isDisabled, save }: Props) {
  const styles = useStyles();
  const form = useFormStyles();
  const { toleranceDays, direction } = options[6];
  return (
    <>
      <SavedNumber
        label={t('settings:communication.options.tolerance')}
        hint={t('settings:communication.options.toleranceHint')}
        className={form.narrow}
        unit={t('settings:communication.options.days')}
        isDisabled={isDisabled}
        value={toleranceDays}
        range={ruleOptions.shape[6].shape.toleranceDays}
        save={(days) => save({ 6: { toleranceDays: days } })}
      />
      <SavedChoice
        label={t('settings:communication.options.direction')}
        hint={t('settings:communication.options.directionHint')}
        className={styles.choice}
        isDisabled={isDisabled}
        value={direction}
        choices={directionChoices}
        save={(chosen) => save({ 6: { direction: chosen } })}
      />
    </>
  );
}
