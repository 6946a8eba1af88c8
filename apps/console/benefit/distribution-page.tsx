import { Card, Facts, Money, Notice, Table, useApi } from '@xihuo/ui';
import { useParams } from 'react-router';
import { ActButton, type Act } from '../admission/watching/act';
import { Sheet } from '../admission/watching/frame';
import { Page } from '../frame/page';
import { Day } from '../frame/when';
import { Whole } from '../frame/whole';
import { yuanFigure } from '../ledger/csv';
import { TakeAway } from '../ledger/frame';
import { useT } from '../words';
import { PaperButton } from './paper';
import { HouseholdName, StateBadge, useOwnSuppliers, type Distribution } from './parts';
import { check } from './sixty';
import { SixtyView } from './sixty-view';
import { partsAgree } from './split';

function Members({ distribution }: { distribution: Distribution }) {
  const t = useT();
  const { parts, byVolume, year } = distribution;
  return (
    <Card
      title={t('distribution.split')}
      aside={
        <TakeAway
          name={`${t('distribution.list')}-${year}`}
          header={[t('dues.household'), t('pool.village'), t('distribution.volume'), t('books.amount')]}
          rows={parts.map(({ household, volume, amount }) => [
            household.displayName,
            household.village,
            yuanFigure(volume),
            yuanFigure(amount),
          ])}
        />
      }
    >
      <div className="mb-4">
        {partsAgree(byVolume, parts) ? (
          <Notice tone="good" title={t('pool.agrees', { count: parts.length })} />
        ) : (
          <Notice tone="bad" urgent title={t('pool.differs')} />
        )}
      </div>
      <Table
        caption={t('distribution.split')}
        rows={parts}
        rowKey={(row) => row.household.id}
        sums={{ household: t('order.sum'), amount: <Money value={byVolume} /> }}
        columns={[
          {
            id: 'household',
            header: t('dues.household'),
            rowHeader: true,
            cell: (row) => <HouseholdName household={row.household} />,
          },
          {
            id: 'volume',
            header: t('distribution.volume'),
            numeric: true,
            cell: (row) => <Money value={row.volume} />,
          },
          {
            id: 'amount',
            header: t('distribution.refund'),
            numeric: true,
            cell: (row) => <Money value={row.amount} />,
          },
        ]}
      />
    </Card>
  );
}

function Acts({ distribution: { id, version } }: { distribution: Distribution }) {
  const t = useT();
  const declare: Act<'POST /benefit/distributions/{id}/declare'> = {
    route: 'POST /benefit/distributions/{id}/declare',
    ...{ word: t('pool.declare'), lead: t('distribution.declare.lead'), done: t('pool.declare.done'), look: 'primary' },
    fields: [],
    input: () => ({ params: { id }, version }),
  };
  const discard: Act<'POST /benefit/distributions/{id}/discard'> = {
    route: 'POST /benefit/distributions/{id}/discard',
    ...{ word: t('pool.discard'), lead: t('pool.discard.lead'), done: t('pool.discard.done') },
    fields: [{ name: 'reason', kind: 'area', label: t('agreement.reason'), least: 4, most: 300 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
  return (
    <div className="flex flex-col gap-3">
      <ActButton act={declare} />
      <ActButton act={discard} />
    </div>
  );
}

function Checked({ distribution }: { distribution: Distribution }) {
  const t = useT();
  const { surplus, losses, reserve, byVolume, leastBp } = distribution;
  const checked = check(
    {
      ...{ surplus: BigInt(surplus.amount), losses: BigInt(losses.amount) },
      ...{ reserve: BigInt(reserve.amount), byVolume: BigInt(byVolume.amount) },
    },
    BigInt(leastBp),
  );
  return <Card title={t('distribution.check')}>{checked && <SixtyView checked={checked} />}</Card>;
}

/** One year of one cooperative: the figures, the law's check, and member by member what goes back. */
export function DistributionPage() {
  const t = useT();
  const { id = '' } = useParams();
  const own = useOwnSuppliers();
  const query = useApi('GET /benefit/distributions/{id}', { params: { id } });
  const data = query.data;
  return (
    <Page
      title={data ? t('distribution.title', { year: data.year }) : t('distribution.list')}
      lead={
        data && (
          <>
            {data.supplier.name} <StateBadge state={`pool.${data.state}`} />
          </>
        )
      }
      back={{ to: '/benefit/distributions', word: t('distribution.list') }}
      history={{ kind: 'distribution', id }}
    >
      <Whole query={query}>
        {(distribution) => (
          <Sheet
            main={
              <>
                <Checked distribution={distribution} />
                <Members distribution={distribution} />
              </>
            }
            side={
              <>
                {distribution.state === 'draft' && (
                  <Notice tone="attention" title={t('pool.next')}>
                    {t('distribution.nextText')}
                  </Notice>
                )}
                {distribution.state === 'discarded' && (
                  <Notice tone="info" title={t('pool.discarded')}>
                    {distribution.discardReason}
                  </Notice>
                )}
                {distribution.state === 'draft' && own.some((one) => one.id === distribution.supplier.id) && (
                  <Acts distribution={distribution} />
                )}
                <Card title={t('pool.figures')}>
                  <Facts
                    facts={[
                      ...(['surplus', 'losses', 'reserve', 'distributable', 'byVolume', 'byAccount'] as const).map(
                        (name) => ({ term: t(`distribution.${name}`), detail: <Money value={distribution[name]} /> }),
                      ),
                      { term: t('pool.declaredOn'), detail: <Day value={distribution.declaredOn} /> },
                    ]}
                  />
                  <PaperButton id={distribution.paperId}>{t('pool.resolution')}</PaperButton>
                </Card>
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
