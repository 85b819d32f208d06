import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import {
  type CustomerFieldName,
  type CustomerFields,
  customerFieldNames,
  type ResultFields,
} from '../../shared/enquiries.ts';
import { SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { differingFields } from './enquiry-result.ts';

const wordOf = (name: CustomerFieldName) => t(`e-commerce:customerField.${name}`);

const useStyles = makeStyles({
  text: { display: 'block', width: 'clamp(88px, 18vw, 240px)', whiteSpace: 'normal', overflowWrap: 'anywhere' },
  differs: { fontWeight: tokens.fontWeightSemibold },
  input: { width: '100%', minWidth: '160px' },
});

type Props = {
  readonly incoming: CustomerFields;
  readonly register: CustomerFields | null;
  readonly result: ResultFields;
  readonly isLinked: boolean;
  /** Changed details: an empty field was emptied by the customer. */
  readonly isWhole: boolean;
  readonly onChange: (result: ResultFields) => void;
};

/** Contact overview, Incoming data, Result: the result is the register's text until another one is taken or typed. */
export function EnquiryFields({ incoming, register, result, isLinked, isWhole, onChange }: Props) {
  const styles = useStyles();
  const differing = differingFields(register, incoming, isWhole);
  const shown = customerFieldNames.filter((name) => incoming[name] !== '' || (register?.[name] ?? '') !== '');
  const resultOf = (name: CustomerFieldName) => result[name] ?? (isLinked ? (register?.[name] ?? '') : incoming[name]);
  const put = (name: CustomerFieldName, text: string) => onChange({ ...result, [name]: text });
  const takeAll = () =>
    onChange({ ...result, ...Object.fromEntries(differing.map((name) => [name, incoming[name]] as const)) });
  return (
    <>
      <SmallTable
        label={t('e-commerce:enquiry.fields')}
        rows={shown}
        rowKey={(name) => name}
        rowLabel={wordOf}
        columns={[
          { id: 'field', header: t('e-commerce:enquiry.field'), cell: wordOf },
          {
            id: 'register',
            header: t('e-commerce:enquiry.contactOverview'),
            cell: (name) => <span className={styles.text}>{register?.[name] ?? ''}</span>,
          },
          {
            id: 'incoming',
            header: t('e-commerce:enquiry.incoming'),
            cell: (name) => (
              <span className={mergeClasses(styles.text, differing.includes(name) && styles.differs)}>
                {incoming[name] === '' && differing.includes(name) ? t('e-commerce:enquiry.empty') : incoming[name]}
              </span>
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
                  aria-label={t('e-commerce:enquiry.take', { field: wordOf(name) })}
                  onClick={() => put(name, incoming[name])}
                />
              ) : null,
          },
          {
            id: 'result',
            header: t('e-commerce:enquiry.result'),
            width: 'wide',
            cell: (name) => (
              <Input
                size="small"
                className={styles.input}
                aria-label={t('e-commerce:enquiry.resultOf', { field: wordOf(name) })}
                value={resultOf(name)}
                placeholder={isLinked && register === null ? t('e-commerce:enquiry.asInRegister') : ''}
                onChange={(_event, { value }) => put(name, value)}
              />
            ),
          },
        ]}
      />
      {isLinked && differing.length > 1 ? (
        <div>
          <Button icon={<ArrowRightRegular />} onClick={takeAll}>
            {t('e-commerce:enquiry.takeAll')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
