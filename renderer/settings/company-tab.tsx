import { Spinner } from '@fluentui/react-components';
import type { EditCompanyInput } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { FailureState } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { looksLikeAddress } from '../ui/parse.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { SavedCheck } from '../ui/saved-check.tsx';
import { SavedChoice } from '../ui/saved-choice.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { languageChoices } from './setting-choices.ts';

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
      <Spinner label="Reading the settings" />
    );
  }
  const { data } = company;
  return (
    <div className={form.form}>
      <div className={form.row}>
        <SavedField
          label="Company name"
          className={form.grow}
          value={data.name}
          check={(text) => (text.trim() === '' ? 'The name cannot be empty.' : null)}
          save={(name) => edit({ name })}
        />
        <SavedField
          className={form.share}
          label="Company no."
          value={data.companyNo}
          save={(companyNo) => edit({ companyNo })}
        />
      </div>
      <div className={form.row}>
        <SavedField
          label="E-mail"
          type="email"
          className={form.grow}
          value={data.email}
          check={(text) =>
            text.trim() === '' || looksLikeAddress(text.trim()) ? null : 'Enter an address such as post@shop.example.'
          }
          save={(email) => edit({ email })}
        />
        <SavedField
          className={form.share}
          label="Telephone"
          type="tel"
          value={data.phone}
          save={(phone) => edit({ phone })}
        />
      </div>
      <SavedField label="Address" value={data.addressLine1} save={(addressLine1) => edit({ addressLine1 })} />
      <div className={form.row}>
        <SavedField
          className={form.share}
          label="Postcode"
          value={data.postcode}
          save={(postcode) => edit({ postcode })}
        />
        <SavedField label="Place" className={form.grow} value={data.city} save={(city) => edit({ city })} />
        <SavedField className={form.share} label="Country" value={data.country} save={(country) => edit({ country })} />
      </div>
      <SavedChoice
        label="Language of the company"
        className={form.narrow}
        value={languageChoices.find((choice) => choice.value === data.language)?.value ?? 'en'}
        choices={languageChoices}
        save={(language) => edit({ language })}
      />
      <SavedCheck
        label="Import new and existing customers by itself"
        hint="Get Website Data then takes them without a question; probable customers always wait in the comparison list."
        value={data.importByItself}
        save={(importByItself) => edit({ importByItself })}
      />
    </div>
  );
}
