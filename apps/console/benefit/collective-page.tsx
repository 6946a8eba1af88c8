import { Card, useApi, usePages } from '@xihuo/ui';
import { useParams } from 'react-router';
import { ActButton, type Act } from '../admission/watching/act';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { useDuesColumns } from './dues-columns';
import { Why } from './obligation-list';
import { OutsideList } from './outside-list';
import { DuesLine, useOwnSuppliers } from './parts';
import { RecordOutside } from './record-outside';

/** The collective says itself that a line is wrong; the supplier answers by a day, or the county. */
function ObjectToOwn({ id }: { id: string }) {
  const t = useT();
  const act: Act<'POST /me/obligations/{id}/contest'> = {
    route: 'POST /me/obligations/{id}/contest',
    ...{ word: t('collective.object'), lead: t('collective.object.lead'), done: t('collective.object.done') },
    fields: [{ name: 'reason', kind: 'area', label: t('collective.object.reason'), least: 2, most: 500 }],
    input: ({ reason = '' }) => ({ params: { id }, body: { reason: reason.trim() } }),
  };
  return <ActButton act={act} size="small" />;
}

function Lines({ id, supplier }: { id: string; supplier: string }) {
  const t = useT();
  const acts = useOwnSuppliers().some((one) => one.id === id);
  const query = usePages('GET /benefit/collectives/{id}/obligations', { params: { id }, query: { supplier } });
  const sums = useDuesColumns<NonNullable<typeof query.rows>[number]>(['due', 'funded', 'open']);
  return (
    <Listing
      id="collective-lines"
      query={query}
      caption={t('dues.lines')}
      rowKey={(row) => row.id}
      empty={{ title: t('dues.noLines'), text: t('dues.noLinesText') }}
      columns={[
        { id: 'why', header: t('dues.why'), rowHeader: true, cell: (row) => <Why line={row} /> },
        { id: 'day', header: t('dues.earned'), cell: (row) => <Day value={row.earnedOn} /> },
        ...sums,
        ...(acts
          ? [
              {
                id: 'act',
                header: t('list.act'),
                cell: (row: NonNullable<typeof query.rows>[number]) =>
                  row.contestId === null ? <ObjectToOwn id={row.id} /> : t('list.notYet'),
              },
            ]
          : []),
      ]}
    />
  );
}

/** One village collective and one supplier: what it is owed and why, and what it was paid. */
export function CollectivePage() {
  const t = useT();
  const { supplier = '', id = '' } = useParams();
  const own = useOwnSuppliers();
  const view = useView('view', ['payments'] as const);
  const query = useApi('GET /benefit/collectives', { query: { supplier, limit: 100 } });
  const row = query.data?.data.find(({ collective }) => collective.id === id);
  const writes = row !== undefined && own.some((one) => one.id === supplier);
  return (
    <Page
      title={row ? row.collective.name : t('pool.collective')}
      lead={row?.supplier.name}
      back={{ to: '/benefit/collectives', word: t('collective.list') }}
      actions={
        writes && (
          <RecordOutside
            payee={{ supplierId: supplier, collectiveId: id, name: row.collective.name, open: row.amounts.open }}
          />
        )
      }
    >
      <Whole query={query}>
        {() =>
          row === undefined ? (
            <p className="py-6 text-ink-soft">{t('collective.none')}</p>
          ) : (
            <div className="flex flex-col gap-6">
              <Card>
                <DuesLine amounts={row.amounts} />
                <p className="mt-3 text-sm text-ink-faint">{t('dues.equation')}</p>
              </Card>
              <section>
                <Views
                  name="view"
                  label={t('dues.views')}
                  views={[
                    { value: '', word: t('dues.lines') },
                    { value: 'payments', word: t('dues.view.payments') },
                  ]}
                />
                {view === undefined ? (
                  <Lines id={id} supplier={supplier} />
                ) : (
                  <OutsideList query={{ supplier, collective: id }} />
                )}
              </section>
            </div>
          )
        }
      </Whole>
    </Page>
  );
}
