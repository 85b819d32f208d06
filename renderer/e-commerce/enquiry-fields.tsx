import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import {
  type CustomerFieldName,
  type CustomerFields,
  customerFieldNames,
  type ResultFields,
} from '../../shared/enquiries.ts';
import { SmallTable } from '../ui/small-table.tsx';
import { differingFields } from './enquiry-result.ts';

const fieldWords: Readonly<Record<CustomerFieldName, string>> = {
  name: 'Name',
  companyNo: 'Company no.',
  contactPerson: 'Contact person',
  email: 'E-mail',
  phone: 'Telephone',
  addressLine1: 'Address',
  addressLine2: 'Address, second line',
  postcode: 'Postcode',
  city: 'Place',
  country: 'Country',
};

const useStyles = makeStyles({
  differs: { fontWeight: tokens.fontWeightSemibold },
  input: { width: '100%', minWidth: '160px' },
});

type Props = {
  readonly incoming: CustomerFields;
  readonly register: CustomerFields | null;
  readonly result: ResultFields;
  readonly isLinked: boolean;
  readonly onChange: (result: ResultFields) => void;
};

/** Contact overview, Incoming data, Result: the result is the register's text until another one is taken or typed. */
export function EnquiryFields({ incoming, register, result, isLinked, onChange }: Props) {
  const styles = useStyles();
  const differing = differingFields(register, incoming);
  const shown = customerFieldNames.filter((name) => incoming[name] !== '' || (register?.[name] ?? '') !== '');
  const resultOf = (name: CustomerFieldName) => result[name] ?? (isLinked ? (register?.[name] ?? '') : incoming[name]);
  const put = (name: CustomerFieldName, text: string) => onChange({ ...result, [name]: text });
  return (
    <SmallTable
      label="Fields"
      rows={shown}
      rowKey={(name) => name}
      rowLabel={(name) => fieldWords[name]}
      columns={[
        { id: 'field', header: 'Field', cell: (name) => fieldWords[name] },
        { id: 'register', header: 'Contact overview', cell: (name) => register?.[name] ?? '' },
        {
          id: 'incoming',
          header: 'Incoming data',
          cell: (name) => (
            <span className={differing.includes(name) ? styles.differs : undefined}>{incoming[name]}</span>
          ),
        },
        {
          id: 'take',
          header: '',
          width: '36px',
          cell: (name) =>
            isLinked && differing.includes(name) ? (
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowRightRegular />}
                aria-label={`Take incoming ${fieldWords[name]}`}
                onClick={() => put(name, incoming[name])}
              />
            ) : null,
        },
        {
          id: 'result',
          header: 'Result',
          width: 'wide',
          cell: (name) => (
            <Input
              size="small"
              className={styles.input}
              aria-label={`Result, ${fieldWords[name]}`}
              value={resultOf(name)}
              placeholder={isLinked && register === null ? 'As in the register' : ''}
              onChange={(_event, { value }) => put(name, value)}
            />
          ),
        },
      ]}
    />
  );
}
