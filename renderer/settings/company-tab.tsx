import { companyDetails, type EditCompanyInput } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { looksLikeAddress } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SavedNumber } from '../ui/saved-number.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { LogoField } from './logo-field.tsx';
import { currencyChoices, languageChoices, timeZoneChoices } from './setting-choices.ts';

/** Settings - Company: what stands on papers and mails. */
export function CompanyTab() {
  const form = useFormStyles();
  const company = useRead(['settings', 'company'], () => api.settings.company.query());
  const command = useCommand((patch: EditCompanyInput) => api.settings.editCompany.mutate(patch));
  const edit = (patch: EditCompanyInput) => command.mutateAsync(patch);
  if (!company.data) {
    return company.error ? (
      <FailureState error={company.error} onRetry={() => void company.refetch()} />
    ) : (
      <Waiting label={t('settings:reading')} />
    );
  }
  const { data } = company;
  return (
    <div className={form.form}>
      <div className={form.row}>
        <SavedField
          label={t('settings:company.name')}
          className={form.grow}
          value={data.name}
          check={(text) => (text.trim() === '' ? t('settings:nameMissing') : null)}
          save={(name) => edit({ name })}
        />
        <SavedField
          className={form.share}
          label={t('settings:company.companyNo')}
          value={data.companyNo}
          save={(companyNo) => edit({ companyNo })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label={t('settings:company.email')}
          type="email"
          className={form.grow}
          value={data.email}
          check={(text) => (text.trim() === '' || looksLikeAddress(text.trim()) ? null : t('settings:notAnAddress'))}
          save={(email) => edit({ email })}
        />
        <SavedField
          className={form.share}
          label={t('settings:company.phone')}
          type="tel"
          value={data.phone}
          save={(phone) => edit({ phone })}
        />
      </div>
      <SavedField
        label={t('settings:company.address')}
        value={data.addressLine1}
        save={(addressLine1) => edit({ addressLine1 })}
      />
      <div className={form.row}>
        <SavedField
          className={form.share}
          label={t('settings:company.postcode')}
          value={data.postcode}
          save={(postcode) => edit({ postcode })}
        />
        <SavedField
          label={t('settings:company.city')}
          className={form.grow}
          value={data.city}
          save={(city) => edit({ city })}
        />
        <SavedField
          className={form.share}
          label={t('settings:company.country')}
          value={data.country}
          save={(country) => edit({ country })}
        />
      </div>
      <LogoField
        label={t('settings:company.logo')}
        hint={t('settings:company.logoHint')}
        queryKey={['settings', 'logo']}
        read={() => api.settings.logo.query()}
        set={(image) => api.settings.setLogo.mutate({ image })}
        clear={() => api.settings.clearLogo.mutate()}
      />
      <div className={form.row}>
        <SavedChoice
          label={t('settings:company.language')}
          className={form.share}
          value={languageChoices.find((choice) => choice.value === data.language)?.value ?? 'en'}
          choices={languageChoices}
          save={(language) => edit({ language })}
        />
        <SavedChoice
          label={t('settings:company.currency')}
          className={form.share}
          value={data.currency}
          choices={currencyChoices(data.currency)}
          save={(currency) => edit({ currency })}
        />
        <SavedChoice
          label={t('settings:company.timeZone')}
          className={form.fitting}
          value={data.timeZone}
          choices={timeZoneChoices(data.timeZone)}
          save={(timeZone) => edit({ timeZone })}
        />
      </div>
      <SavedCheck
        label={t('settings:company.importByItself')}
        hint={t('settings:company.importByItselfHint')}
        value={data.importByItself}
        save={(importByItself) => edit({ importByItself })}
      />
      <SavedNumber
        label={t('settings:company.mailLogMonths')}
        hint={t('settings:company.mailLogMonthsHint')}
        className={form.narrow}
        unit={t('settings:website.months')}
        value={data.mailLogMonths}
        range={companyDetails.shape.mailLogMonths}
        save={(mailLogMonths) => edit({ mailLogMonths })}
      />
    </div>
  );
}
