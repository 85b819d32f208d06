import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { locales } from '../../shared/formatting.ts';
import { languageFor } from '../../shared/language.ts';
import {
  decimalSymbols,
  formatPrice,
  type PriceDisplay as Prices,
  roundings,
  thousandSeparators,
} from '../../shared/price-display.ts';
import type { WebsiteView } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { useFormStyles } from '../ui/form-styles.ts';
import { useRead } from '../ui/queries.ts';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { t } from '../ui/texts.ts';
import type { EditWebsite } from './website-settings-page.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  example: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, lineHeight: '32px' },
});

const vatChoices = (['incl', 'excl'] as const).map((value) => ({ value, label: t(`settings:prices.vat.${value}`) }));
const decimalSymbolChoices = decimalSymbols.map((value) => ({ value, label: t(`settings:prices.symbol.${value}`) }));
const separatorChoices = thousandSeparators.map((value) => ({ value, label: t(`settings:prices.symbol.${value}`) }));
const roundingChoices = roundings.map((value) => ({ value, label: t(`settings:prices.roundings.${value}`) }));
const decimalsChoices = [
  { value: '', label: t('settings:prices.asCurrency') },
  ...['0', '1', '2', '3', '4'].map((value) => ({ value, label: value })),
];

type Props = { readonly website: WebsiteView; readonly edit: EditWebsite };

/** How customers see amounts, in mails and on My page, with an example of what was chosen. */
export function PriceDisplay({ website, edit }: Props) {
  const styles = useStyles();
  const form = useFormStyles();
  const company = useRead(['settings', 'company'], () => api.settings.company.query());
  const currency = company.data?.currency;
  if (currency === undefined) return null;
  const { prices } = website;
  // Only what changed: another field may have been stored since this was drawn
  const change = (changed: Partial<Prices>) => edit({ prices: changed });
  return (
    <section className={styles.section} aria-label={t('settings:prices.title')}>
      <SectionTitle>{t('settings:prices.title')}</SectionTitle>
      <p className={styles.lead}>{t('settings:prices.lead')}</p>
      <div className={form.row}>
        <SavedField
          label={t('settings:prices.prefix')}
          className={form.share}
          value={prices.prefix ?? currency}
          check={checkAffix}
          save={(text) => change({ prefix: text.trim() === currency ? null : text.trim() })}
        />
        <SavedField
          label={t('settings:prices.suffix')}
          className={form.share}
          value={prices.suffix}
          check={checkAffix}
          save={(text) => change({ suffix: text.trim() })}
        />
        <SavedChoice
          label={t('settings:prices.vatLabel')}
          className={form.fitting}
          value={prices.includesVat ? 'incl' : 'excl'}
          choices={vatChoices}
          save={(vat) => change({ includesVat: vat === 'incl' })}
        />
      </div>
      <div className={form.row}>
        <SavedChoice
          label={t('settings:prices.decimalSymbol')}
          className={form.fitting}
          value={prices.decimalSymbol}
          choices={decimalSymbolChoices}
          save={(decimalSymbol) => change({ decimalSymbol })}
        />
        <SavedChoice
          label={t('settings:prices.thousandSeparator')}
          className={form.fitting}
          value={prices.thousandSeparator}
          choices={separatorChoices}
          save={(thousandSeparator) => change({ thousandSeparator })}
        />
      </div>
      <div className={form.row}>
        <SavedChoice
          label={t('settings:prices.decimals')}
          className={form.fitting}
          value={prices.decimals === null ? '' : String(prices.decimals)}
          choices={decimalsChoices}
          save={(decimals) => change({ decimals: decimals === '' ? null : Number(decimals) })}
        />
        <SavedChoice
          label={t('settings:prices.rounding')}
          className={form.fitting}
          value={prices.rounding}
          choices={roundingChoices}
          save={(rounding) => change({ rounding })}
        />
      </div>
      <Field label={t('settings:prices.example')} hint={t('settings:prices.exampleHint')}>
        <output className={styles.example}>{exampleOf(prices, currency, website.language)}</output>
      </Field>
    </section>
  );
}

/** Large enough for two separators, and with a fraction that rounding moves. */
function exampleOf(display: Prices, currency: string, language: string): string {
  const locale = locales[languageFor(language) ?? 'en'];
  const price = (amountMinor: number) =>
    formatPrice(amountMinor, { display, currency, companyCurrency: currency, locale });
  return t('settings:prices.examples', { large: price(123_456_750), small: price(4_995) });
}

function checkAffix(text: string): string | null {
  return text.trim().length > 10 ? t('settings:prices.tooLong') : null;
}
