import { Card, Money, Table, useApi, type Output } from '@xihuo/ui';
import { Link, useParams } from 'react-router';
import { useOwnSuppliers } from '../benefit/parts';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { rowLink } from '../frame/views';
import { useT } from '../words';
import { ProposeLateRefund } from './adjustments/propose-late-refund';
import { ProposeCorrection } from './adjustments/propose-correction';
import { BillRows } from './bill-rows';

type Detail = Output<'GET /settlement/statements/{id}/lines/{lineId}'>;

/** What households had of the goods of one lot, by kind. Who they are stands with the debts, for those who may read it. */
function Dues({ lot }: { lot: Detail['lots'][number] }) {
  const t = useT();
  if (lot.dues.length === 0) return <p className="text-ink-soft">{t('statement.noDues')}</p>;
  return (
    <Table
      caption={t('statement.dues')}
      rows={lot.dues.map((due) => ({ ...due, key: `${due.kind} ${due.ruleVersion}` }))}
      rowKey={(row) => row.key}
      columns={[
        { id: 'kind', header: t('dues.kind'), rowHeader: true, cell: (row) => t(`obligation.${row.kind}`) },
        { id: 'payees', header: t('statement.payees'), numeric: true, cell: (row) => row.payees },
        {
          id: 'rule',
          header: t('statement.byRule'),
          cell: (row) => <span className="numeric">{row.ruleVersion}</span>,
        },
        { id: 'amount', header: t('money.farmerDues'), numeric: true, cell: (row) => <Money value={row.amount} /> },
      ]}
    />
  );
}

/** One line of a statement: over which lots its money went, and what of it households had. */
export function StatementLinePage() {
  const t = useT();
  const { id = '', lineId = '' } = useParams();
  const query = useApi('GET /settlement/statements/{id}/lines/{lineId}', { params: { id, lineId } });
  return (
    <Page
      title={query.data ? t('statement.lineTitle', { number: query.data.orderNumber }) : t('statement.untitled')}
      lead={query.data && `${query.data.productName} × ${query.data.quantity}`}
      back={{ to: `/settlement/statements/${id}`, word: t('statement.untitled') }}
      actions={
        query.data && (
          <span className="flex flex-wrap items-center gap-2 print:hidden">
            <ToOrder
              id={query.data.supplierOrderId}
              supplierId={query.data.supplierId}
              statementId={id}
              lineId={lineId}
            />
            <ProposeCorrection supplierId={query.data.supplierId} statementId={id} lineId={lineId} />
            <ProposeLateRefund statementId={id} line={query.data} />
          </span>
        )
      }
    >
      <Whole query={query}>
        {(line) => (
          <div className="grid grid-cols-1 items-start gap-5 2xl:grid-cols-[20rem_minmax(0,1fr)]">
            <Card title={t('statement.bill')} className="max-w-lg">
              <Split line={line} />
            </Card>
            <div className="grid gap-5">
              {line.lots.map((lot) => (
                <Card key={lot.lotCode} title={t('statement.lot', { code: lot.lotCode })}>
                  <p className="mb-3 text-ink-soft">
                    {t('statement.ofLot')} <Money value={lot.net} />
                  </p>
                  <Dues lot={lot} />
                </Card>
              ))}
            </div>
          </div>
        )}
      </Whole>
    </Page>
  );
}

/** Where the order of a line is read: to its supplier the order as it is worked on, to all others what it was of, without its buyer. */
export function ToOrder({
  id,
  supplierId,
  statementId,
  lineId,
}: Record<'id' | 'supplierId' | 'statementId' | 'lineId', string>) {
  const t = useT();
  const isOwn = useOwnSuppliers().some((own) => own.id === supplierId);
  return (
    <Link
      to={isOwn ? `/ordering/orders/${id}` : `/settlement/statements/${statementId}/lines/${lineId}/order`}
      className={rowLink}
    >
      {t('statement.toOrder')}
    </Link>
  );
}

function Split({ line }: { line: Detail }) {
  const t = useT();
  const rows = [
    { id: 'gross', word: t('money.gross'), sign: '+', value: line.gross },
    { id: 'refunds', word: t('money.refunds'), sign: '−', value: line.refunds },
    { id: 'subsidy', word: t('money.subsidies'), sign: '+', value: line.subsidy },
    { id: 'fee', word: t('money.fees'), sign: '−', value: line.fee },
    { id: 'dues', word: t('money.farmerDues'), sign: '−', value: line.farmerDues },
    { id: 'payable', word: t('money.payable'), sign: '=', value: line.payable, total: true },
  ];
  return <BillRows rows={rows} />;
}
