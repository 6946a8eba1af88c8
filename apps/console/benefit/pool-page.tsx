import { Card, Facts, formatBasisPoints, formatNumber, Money, Notice, Table, useApi, useLocale } from '@xihuo/ui';
import { useParams } from 'react-router';
import { ActButton, type Act } from '../admission/watching/act';
import { Sheet } from '../admission/watching/frame';
import { Page } from '../frame/page';
import { Day } from '../frame/when';
import { Whole } from '../frame/whole';
import { TakeAway } from '../ledger/frame';
import { yuanFigure } from '../ledger/csv';
import { useT } from '../words';
import { PaperButton } from './paper';
import { StateBadge, useOwnSuppliers, type Pool } from './parts';
import { partsAgree } from './split';

type Part = Pool['parts'][number];

function useWeight(): (part: Part) => string {
  const t = useT();
  const locale = useLocale();
  return ({ kind, weight }) => {
    if (kind === 'landRent') return t('pool.weight.landRent', { count: formatNumber(weight / 100, locale) });
    if (kind === 'collectiveShare') return formatBasisPoints(weight, locale);
    return t('pool.weight.dividend', { count: formatNumber(weight, locale) });
  };
}

function Split({ pool }: { pool: Pool }) {
  const t = useT();
  const weight = useWeight();
  const agree = partsAgree(pool.declared, pool.parts);
  return (
    <Card
      title={t(pool.state === 'draft' ? 'pool.preview' : 'pool.split')}
      aside={
        <TakeAway
          name={pool.title}
          header={[t('pool.payee'), t('pool.village'), t('dues.kind'), t('pool.weight'), t('books.amount')]}
          rows={pool.parts.map((part) => [
            part.payee,
            part.village,
            t(`obligation.${part.kind}`),
            weight(part),
            yuanFigure(part.amount),
          ])}
        />
      }
    >
      <div className="mb-4">
        {agree ? (
          <Notice tone="good" title={t('pool.agrees', { count: pool.parts.length })} />
        ) : (
          <Notice tone="bad" urgent title={t('pool.differs')} />
        )}
      </div>
      <Table
        caption={t('pool.split')}
        rows={pool.parts.map((part, index) => ({ ...part, key: `${part.kind} ${index}` }))}
        rowKey={(row) => row.key}
        sums={{ payee: t('order.sum'), amount: <Money value={pool.declared} /> }}
        columns={[
          {
            id: 'payee',
            header: t('pool.payee'),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.payee}
                {row.village && <span className="block text-sm font-normal text-ink-faint">{row.village}</span>}
              </>
            ),
          },
          { id: 'kind', header: t('dues.kind'), cell: (row) => t(`obligation.${row.kind}`) },
          {
            id: 'weight',
            header: t('pool.weight'),
            numeric: true,
            cell: (row) => <span className="whitespace-nowrap">{weight(row)}</span>,
          },
          { id: 'amount', header: t('books.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
        ]}
      />
    </Card>
  );
}

function Acts({ pool }: { pool: Pool }) {
  const t = useT();
  const { id, version } = pool;
  const declare: Act<'POST /benefit/pools/{id}/declare'> = {
    route: 'POST /benefit/pools/{id}/declare',
    ...{ word: t('pool.declare'), lead: t('pool.declare.lead'), done: t('pool.declare.done'), look: 'primary' },
    fields: [],
    input: () => ({ params: { id }, version }),
  };
  const discard: Act<'POST /benefit/pools/{id}/discard'> = {
    route: 'POST /benefit/pools/{id}/discard',
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

/** One pool: what the meeting declared, and every part of it to the fen, before and after it is owed. */
export function PoolPage() {
  const t = useT();
  const locale = useLocale();
  const { id = '' } = useParams();
  const own = useOwnSuppliers();
  const query = useApi('GET /benefit/pools/{id}', { params: { id } });
  return (
    <Page
      title={query.data?.title ?? t('pool.list')}
      lead={
        query.data && (
          <>
            {query.data.supplier.name} · {t('pool.ofYear', { year: query.data.year })}{' '}
            <StateBadge state={`pool.${query.data.state}`} />
          </>
        )
      }
      back={{ to: '/benefit/pools', word: t('pool.list') }}
      history={{ kind: 'pool', id }}
    >
      <Whole query={query}>
        {(pool) => (
          <Sheet
            main={<Split pool={pool} />}
            side={
              <>
                {pool.state === 'draft' && (
                  <Notice tone="attention" title={t('pool.next')}>
                    {t('pool.nextText')}
                  </Notice>
                )}
                {pool.state === 'discarded' && (
                  <Notice tone="info" title={t('pool.discarded')}>
                    {pool.discardReason}
                  </Notice>
                )}
                {pool.state === 'draft' && own.some((one) => one.id === pool.supplier.id) && <Acts pool={pool} />}
                <Card title={t('pool.figures')}>
                  <Facts
                    facts={[
                      { term: t('pool.whole'), detail: <Money value={pool.declared} /> },
                      { term: t('pool.landRent'), detail: <Money value={pool.landRent} /> },
                      { term: t('pool.collectiveShare'), detail: <Money value={pool.collectiveShare} /> },
                      ...(pool.collective
                        ? [
                            {
                              term: t('pool.collective'),
                              detail: `${pool.collective.name} · ${formatBasisPoints(pool.collective.shareBp, locale)}`,
                            },
                          ]
                        : []),
                      { term: t('pool.dividend'), detail: <Money value={pool.dividend} /> },
                      { term: t('pool.declaredOn'), detail: <Day value={pool.declaredOn} /> },
                    ]}
                  />
                  <PaperButton id={pool.paperId}>{t('pool.resolution')}</PaperButton>
                </Card>
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
