import { makeStyles, Select } from '@fluentui/react-components';
import { menuWords } from '../../shared/menu-words.ts';
import { type LanguageChoice, languageChoices } from '../../shared/program-language.ts';
import { programLocale } from '../ui/program-locale.ts';

const useStyles = makeStyles({ select: { position: 'absolute', top: '12px', right: '16px' } });

const { menus, commands } = menuWords[programLocale.language];

type Props = { readonly choice: LanguageChoice; readonly onChoose: (choice: LanguageChoice) => void };

/** The choice of View - Language, where there is no menu bar. */
export function LanguageSelect({ choice, onChoose }: Props) {
  const styles = useStyles();
  return (
    <Select
      className={styles.select}
      size="small"
      aria-label={menus['view.language']}
      value={choice}
      onChange={(_event, { value }) => {
        const chosen = languageChoices.find((each) => each === value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {languageChoices.map((each) => (
        <option key={each} value={each}>
          {commands[`view.language.${each}`]}
        </option>
      ))}
    </Select>
  );
}
