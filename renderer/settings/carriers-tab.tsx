import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type CarrierRow, carrierRow } from '../../shared/settings.ts';
import { api } from '../ui/api.ts';
import { shell } from '../ui/bridge.ts';
import { EditCell } from '../ui/edit-cell.tsx';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { useFormStyles } from '../ui/form-styles.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { useQuestion } from '../ui/question.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { type SmallColumn, SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '16px', maxWidth: '860px' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Any number will do: it only shows that the address leads to the carrier. */
const sampleNo = '370712345678901234';

/** Freight: the carriers that orders offer, each with the address under which a parcel is followed. */
export function CarriersTab() {
  const styles = useStyles();
  const carriers = useRead(['settings', 'carriers'], () => api.settings.carriers.query());
  const names = carriers.data?.map(({ name }) => name) ?? [];
  const save = useCommand((carrier: CarrierRow & { was?: string }) => api.settings.saveCarrier.mutate(carrier));
  const remove = useRemoval();
  if (carriers.error && !carriers.data) {
    return <FailureState error={carriers.error} onRetry={() => void carriers.refetch()} />;
  }
  return (
    <div className={styles.whole}>
      <SectionTitle>{t('order-window:carriers.title')}</SectionTitle>
      <p className={styles.lead}>{t('order-window:carriers.lead')}</p>
      {remove.error ? <FailureMessage error={remove.error} onDismiss={remove.reset} /> : null}
      {names.length === 0 ? null : (
        <SmallTable
          label={t('order-window:carriers.title')}
          rows={carriers.data ?? []}
          rowKey={({ name }) => name}
          rowLabel={({ name }) => name}
          columns={carrierColumns({ names, save: save.mutateAsync, remove: remove.mutate })}
        />
      )}
      <NewCarrier names={names} save={save.mutateAsync} />
    </div>
  );
}

function useRemoval() {
  const ask = useQuestion();
  return useCommand(async (name: string) => {
    const isConfirmed = await ask({
      title: t('order-window:carriers.removeTitle', { carrier: name }),
      text: t('order-window:carriers.removeText'),
      confirm: t('order-window:carriers.confirmRemove'),
      leave: t('order-window:carriers.keep'),
    });
    if (isConfirmed) await api.settings.removeCarrier.mutate({ name });
  });
}

type SaveCarrier = (carrier: CarrierRow & { was?: string }) => Promise<unknown>;
type Columns = {
  readonly names: readonly string[];
  readonly save: SaveCarrier;
  readonly remove: (name: string) => void;
};

function carrierColumns({ names, save, remove }: Columns): readonly SmallColumn<CarrierRow>[] {
  return [
    {
      id: 'name',
      header: t('orders:freight.carrier'),
      width: '160px',
      cell: (carrier) => (
        <EditCell
          label={t('order-window:carriers.nameOf', { carrier: carrier.name })}
          column="name"
          value={carrier.name}
          check={(text) =>
            nameProblem(
              text,
              names.filter((name) => name !== carrier.name),
            )
          }
          save={(text) => save({ ...carrier, name: text.trim(), was: carrier.name })}
        />
      ),
    },
    {
      id: 'url',
      header: t('order-window:carriers.trackingUrl'),
      width: 'wide',
      cell: (carrier) => (
        <EditCell
          label={t('order-window:carriers.trackingUrlOf', { carrier: carrier.name })}
          column="tracking-url"
          value={carrier.trackingUrl}
          placeholder={t('order-window:carriers.pattern')}
          check={urlProblem}
          save={(text) => save({ ...carrier, trackingUrl: text.trim() })}
        />
      ),
    },
    {
      id: 'test',
      header: '',
      cell: ({ name, trackingUrl }) =>
        trackingUrl === '' ? null : (
          <Link
            as="button"
            aria-label={t('order-window:carriers.testOf', { carrier: name })}
            onClick={() => void shell.openInBrowser(trackingUrl.replaceAll('{no}', sampleNo))}
          >
            {t('order-window:carriers.test')}
          </Link>
        ),
    },
    {
      id: 'remove',
      header: '',
      width: '36px',
      cell: ({ name }) => (
        <Button
          appearance="subtle"
          size="small"
          icon={<DeleteRegular />}
          aria-label={t('order-window:carriers.remove', { carrier: name })}
          onClick={() => remove(name)}
        />
      ),
    },
  ];
}

function nameProblem(text: string, others: readonly string[]): string | null {
  const name = text.trim().toLowerCase();
  if (name === '') return t('order-window:carriers.nameMissing');
  return others.some((other) => other.toLowerCase() === name) ? t('order-window:carriers.nameTaken') : null;
}

function urlProblem(text: string): string | null {
  const url = text.trim();
  const isAddress = carrierRow.shape.trackingUrl.safeParse(url).success;
  return isAddress && (url === '' || url.includes('{no}')) ? null : t('order-window:carriers.notAnAddress');
}

/** The empty pair of fields for one more carrier. */
function NewCarrier({ names, save }: { readonly names: readonly string[]; readonly save: SaveCarrier }) {
  const form = useFormStyles();
  const [name, setName] = useState('');
  const [trackingUrl, setTrackingUrl] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const nameWrong = nameProblem(name, names);
  const urlWrong = urlProblem(trackingUrl);
  const add = async () => {
    setIsAsked(true);
    if (nameWrong !== null || urlWrong !== null) return;
    try {
      await save({ name: name.trim(), trackingUrl: trackingUrl.trim() });
      setName('');
      setTrackingUrl('');
      setIsAsked(false);
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  };
  const message = (problem: string | null) =>
    isAsked && problem !== null ? ({ validationState: 'error', validationMessage: problem } as const) : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {failure === null ? null : <FailureMessage error={failure} onDismiss={() => setFailure(null)} />}
      <div className={form.row}>
        <Field label={t('order-window:carriers.another')} className={form.share} {...message(nameWrong)}>
          <Input value={name} onChange={(_event, { value }) => setName(value)} />
        </Field>
        <Field
          label={t('order-window:carriers.trackingUrl')}
          hint={t('order-window:carriers.hint')}
          className={form.grow}
          {...message(urlWrong)}
        >
          <Input value={trackingUrl} onChange={(_event, { value }) => setTrackingUrl(value)} />
        </Field>
        <div className={form.besideField}>
          <Button type="submit" icon={<AddRegular />}>
            {t('order-window:carriers.add')}
          </Button>
        </div>
      </div>
    </form>
  );
}
