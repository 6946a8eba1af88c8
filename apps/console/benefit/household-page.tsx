import { Card, LinkButton, Table, useApi } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Term } from './agreements-page';
import { useDuesColumns } from './dues-columns';
import { HouseholdDeliveries, HouseholdWork } from './household-came';
import { ObligationList } from './obligation-list';
import { OutsideList } from './outside-list';
import { DuesLine, StateBadge, TargetBar, useOwnSuppliers, type Household } from './parts';
import { RecordOutside } from './record-outside';

const VIEWS = ['agreements', 'payments', 'deliveries', 'work'] as const;

/** What is owed by kind of claim: wages, floor price and premium come before everything else. */
function ByKind({ household }: { household: Household }) {
  const t = useT();
  const sums = useDuesColumns<Household['byKind'][number]>(['due', 'funded', 'paidOutside', 'waiting', 'open']);
  return (
    <Table
      caption={t('dues.byKind')}
      rows={household.byKind}
      rowKey={(row) => row.kind}
      columns={[
        { id: 'kind', header: t('dues.kind'), rowHeader: true, cell: (row) => t(`obligation.${row.kind}`) },
        ...sums,
      ]}
    />
  );
}

function Agreements({ household }: { household: Household }) {
  const t = useT();
  if (household.agreementsList.length === 0) return <p className="py-6 text-ink-soft">{t('dues.noAgreements')}</p>;
  return (
    <Table
      caption={t('menu.agreements')}
      rows={household.agreementsList}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'number',
          header: t('agreement.kind'),
          rowHeader: true,
          cell: (row) => (
            <>
              <RowLink to={`/benefit/agreements/${row.id}`}>{t(`linkage.${row.kind}`)}</RowLink>
              <span className="numeric block text-sm font-normal text-ink-faint">{row.number}</span>
            </>
          ),
        },
        { id: 'product', header: t('order.product'), cell: (row) => row.product?.name ?? t('list.notYet') },
        { id: 'target', header: t('agreement.target'), cell: (row) => <TargetBar target={row.target} /> },
        { id: 'term', header: t('agreement.term'), cell: (row) => <Term agreement={row} /> },
        { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`agreement.${row.state}`} /> },
      ]}
    />
  );
}

function Sections({ household }: { household: Household }) {
  const t = useT();
  const own = useOwnSuppliers().some(({ id }) => id === household.supplier.id);
  const { id } = household.household;
  const view = useView('view', VIEWS);
  // Deliveries are read at the supplier's own scale; others follow them by lot.
  const shown = own ? VIEWS : VIEWS.filter((one) => one !== 'deliveries');
  return (
    <section>
      <Views
        name="view"
        label={t('dues.views')}
        views={[
          { value: '', word: t('dues.lines') },
          ...shown.map((value) => ({ value, word: t(`dues.view.${value}`) })),
        ]}
      />
      {view === undefined && <ObligationList household={household} />}
      {view === 'agreements' && <Agreements household={household} />}
      {view === 'payments' && <OutsideList query={{ household: id }} />}
      {view === 'deliveries' && own && <HouseholdDeliveries householdId={id} />}
      {view === 'work' && <HouseholdWork householdId={id} />}
    </section>
  );
}

/** One household: what it is owed and why, what was paid, and what both sides agreed. */
export function HouseholdPage() {
  const t = useT();
  const { id = '' } = useParams();
  const own = useOwnSuppliers();
  const query = useApi('GET /benefit/households/{id}', { params: { id } });
  const household = query.data;
  const writes = household !== undefined && own.some((one) => one.id === household.supplier.id);
  return (
    <Page
      title={household ? household.household.displayName : t('dues.household')}
      lead={household && [household.countyName, household.household.village, household.supplier.name].join(' · ')}
      back={{ to: '/benefit/households', word: t('menu.households') }}
      history={{ kind: 'household', id }}
      actions={
        writes && (
          <div className="flex flex-wrap gap-3">
            <RecordOutside
              payee={{
                supplierId: household.supplier.id,
                householdId: id,
                name: household.household.displayName,
                open: household.amounts.open,
              }}
            />
            <LinkButton look="secondary" to={`/benefit/agreements/new?household=${id}`}>
              {t('agreement.new')}
            </LinkButton>
          </div>
        )
      }
    >
      <Whole query={query}>
        {(data) => (
          <div className="flex flex-col gap-6">
            <Card>
              <DuesLine amounts={data.amounts} />
              <p className="mt-3 text-sm text-ink-faint">{t('dues.equation')}</p>
              {data.byKind.length > 1 && (
                <div className="mt-4">
                  <ByKind household={data} />
                </div>
              )}
            </Card>
            <Sections household={data} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
