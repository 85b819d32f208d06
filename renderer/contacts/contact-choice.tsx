import { api } from '../ui/api.ts';
import { type FoundRow, SearchChoice } from '../ui/search-choice.tsx';

type Props = {
  readonly label: string;
  readonly kind: 'all' | 'customers' | 'suppliers';
  readonly onChoose: (contact: FoundRow) => void;
  readonly value?: string;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly isDisabled?: boolean;
};

/** A contact of the register, found by name, number, e-mail or place. */
export function ContactChoice({ kind, ...rest }: Props) {
  return (
    <SearchChoice
      {...rest}
      queryKey={['contacts', 'choice', kind]}
      find={async (search) => {
        const { rows } = await api.contacts.list.query({ search, kind, limit: 20 });
        return rows.map((row) => ({
          id: row.id,
          name: row.name,
          note: [row.city, row.email].filter(Boolean).join(', '),
        }));
      }}
    />
  );
}
