import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, toast, usePages, useSend, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { Listing } from '../../../frame/listing';
import { Day } from '../../../frame/when';
import { useT } from '../../../words';
import { ActDialog } from '../../../frame/act-dialog';
import { useDesk, useField } from '../desk';
import { HouseholdDialog } from './household-dialog';
import { HouseholdsImport } from './households-import';

type Household = Output<'GET /admission/applications/{id}/households'>['data'][number];

function RemoveHousehold({ household, onClose }: { household: Household; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const { file } = useDesk();
  const remove = useSend('DELETE /admission/applications/{id}/households/{householdId}', {
    onSuccess: async () => {
      toast(t('household.removed', { name: household.displayName }));
      for (const route of [
        'GET /admission/applications/{id}/file',
        'GET /admission/applications/{id}/households',
      ] as const) {
        await queries.invalidateQueries({ queryKey: routeKey(route) });
      }
      onClose();
    },
  });
  return (
    <ActDialog
      title={t('household.remove', { name: household.displayName })}
      submit={t('household.removeSubmit')}
      text={t('household.removeText')}
      look="danger"
      pending={remove.isPending}
      problem={remove.error}
      onSubmit={() => remove.mutate({ params: { id: file.id, householdId: household.id } })}
      onClose={onClose}
    />
  );
}

function Registered({ onRemove }: { onRemove: (household: Household) => void }) {
  const t = useT();
  const { file } = useDesk();
  const query = usePages('GET /admission/applications/{id}/households', {
    params: { id: file.id },
    query: { limit: 50 },
  });
  return (
    <Listing
      id="households"
      query={query}
      caption={t('apply.step.households')}
      rowKey={(row) => row.id}
      empty={{ title: t('household.none'), text: t('household.noneText') }}
      columns={[
        { id: 'name', header: t('household.name'), rowHeader: true, cell: (row) => row.displayName },
        { id: 'village', header: t('household.village'), cell: (row) => row.village },
        { id: 'model', header: t('household.model'), cell: (row) => t(`linkageModel.${row.model}`) },
        {
          id: 'consent',
          header: t('household.consent'),
          cell: (row) => (
            <span>
              <Day value={row.consentGivenOn} />{' '}
              <span className="text-ink-faint">{t(`consentHow.${row.consentHow}`)}</span>
            </span>
          ),
        },
        {
          id: 'act',
          header: t('list.act'),
          cell: (row) => (
            <Button
              data-act="DELETE /admission/applications/{id}/households/{householdId}"
              look="quiet"
              size="small"
              className="-my-2"
              aria-label={t('apply.removeNamed', { name: row.displayName })}
              onClick={() => onRemove(row)}
            >
              {t('apply.remove')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** The linked households, each with the consent it gave for itself; what is sealed never comes back here. */
export function HouseholdsStep() {
  const t = useT();
  const { error } = useField()('/households');
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const [removing, setRemoving] = useState<Household | null>(null);
  const acts = (
    <div className="flex flex-wrap gap-3">
      <Button data-act="POST /admission/applications/{id}/households" look="secondary" onClick={() => setAdding(true)}>
        {t('household.add')}
      </Button>
      <Button data-act="POST /imports" look="secondary" onClick={() => setImporting(true)} aria-expanded={importing}>
        {t('household.import')}
      </Button>
    </div>
  );
  return (
    <div id="households" className="flex flex-col gap-5">
      {error && <Notice tone="bad" title={error} />}
      <p className="text-ink-soft">{t('household.lead')}</p>
      {acts}
      {importing && <HouseholdsImport onClose={() => setImporting(false)} />}
      <Registered onRemove={setRemoving} />
      {adding && <HouseholdDialog onClose={() => setAdding(false)} />}
      {removing && <RemoveHousehold household={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}
