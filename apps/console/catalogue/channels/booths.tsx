import { Button, Card, Facts, Table, TextField, type Output } from '@xihuo/ui';
import type { FormEvent } from 'react';
import { useSay } from '../../admission/watching/today';
import { useFieldsOver } from '../../frame/typed-over';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import { Refusal, useSaveOver } from './parts';

type Draft = Output<'GET /catalogue/fairs/{id}'>;

function Exhibitor({ name, countyName }: { name: string; countyName: string }) {
  return (
    <>
      {name}
      <span className="block text-sm font-normal text-ink-faint">{countyName}</span>
    </>
  );
}

const boothsOf = ({ exhibitors }: Draft) =>
  Object.fromEntries(exhibitors.map(({ supplier, booth }) => [supplier.id, booth ?? '']));

/** Exhibitors, what they bring, and their booths, given out together. */
export function Booths({ draft }: { draft: Draft }) {
  const [t, say] = [useT(), useSay()];
  const form = useFieldsOver(boothsOf(draft), draft.version);
  useUnsaved(form.touched);
  const save = useSaveOver('PUT /catalogue/fairs/{id}/booths', t('fairs.boothsSaved'), form, (next) => ({
    standing: boothsOf(next),
    version: next.version,
  }));
  const boothOf = ({ supplier }: Draft['exhibitors'][number]) => form.value[supplier.id] ?? '';
  const changed = draft.exhibitors.filter((one) => boothOf(one).trim() !== '' && boothOf(one).trim() !== one.booth);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed.length === 0 || save.isPending) return;
    const booths = changed.map((one) => ({ supplierId: one.supplier.id, booth: boothOf(one).trim() }));
    save.mutate({ params: { id: draft.id }, version: form.beside, body: { booths } });
  };
  if (draft.exhibitors.length === 0) return <Card title={t('fairs.exhibitors')}>{t('fairs.noExhibitors')}</Card>;
  return (
    <Card title={t('fairs.exhibitors')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Table
          caption={t('fairs.exhibitors')}
          rows={draft.exhibitors}
          rowKey={(row) => row.supplier.id}
          columns={[
            {
              id: 'supplier',
              header: t('agreement.supplier'),
              rowHeader: true,
              cell: ({ supplier }) => <Exhibitor name={supplier.name} countyName={supplier.countyName} />,
            },
            {
              id: 'products',
              header: t('fairs.brings'),
              cell: ({ products }) => products.map(({ name }) => say(name)).join('、'),
            },
            {
              id: 'booth',
              header: t('fairs.booth'),
              cell: (row) => (
                <TextField
                  optional
                  labelHidden
                  label={t('fairs.boothOf', { name: row.supplier.name })}
                  maxLength={20}
                  value={boothOf(row)}
                  onChange={(event) => form.put(row.supplier.id, event.target.value)}
                />
              ),
            },
          ]}
        />
        <Refusal problem={save.error} />
        {draft.state === 'published' && (
          <Button
            data-act="PUT /catalogue/fairs/{id}/booths"
            type="submit"
            className="self-start"
            unavailable={changed.length === 0}
            pending={save.isPending}
          >
            {t('fairs.saveBooths')}
          </Button>
        )}
      </form>
    </Card>
  );
}

/** How many leads stand where; who asks is shown to nobody but the exhibitor. */
export function LeadCounts({ draft }: { draft: Draft }) {
  const t = useT();
  return (
    <Card title={t('fairs.leads')}>
      {draft.leads.length === 0 ? (
        t('fairs.noLeads')
      ) : (
        <Facts
          facts={draft.leads.map(({ state, count }) => ({ term: t(`leadState.${state}`), detail: String(count) }))}
        />
      )}
    </Card>
  );
}
