import {
  Button,
  Card,
  formatDate,
  Money,
  Notice,
  useApi,
  useApiClient,
  useLocale,
  usePages,
  type Column,
  type Output,
} from '@xihuo/ui';
import { useParams } from 'react-router';
import { ExportButtons } from '../frame/export-buttons';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { ProposeCorrection } from './adjustments/propose-correction';
import { ProposeWriteOff } from './adjustments/propose-write-off';
import { BillRows } from './bill-rows';
import { AccountsLink } from './payouts/payee-link';
import { Changes, Payments } from './statement-parts';
import { agrees } from './sums';

type Statement = Output<'GET /settlement/statements/{id}'>;

/** From gross to payable as one reads a bill: what comes on top, what goes off, what is left. */
function Bill({ statement }: { statement: Statement }) {
  const t = useT();
  const ofLines = (id: string, word: string, sign: string, value: Statement['gross']) => ({
    ...{ id, word, sign, value, to: '#lines' },
  });
  const { adjustments, lateRefunds, payouts, netted, previous } = statement;
  const where = (value: { amount: string }, to: string) => (value.amount === '0' ? undefined : to);
  const before = previous ? `/settlement/statements/${previous.id}` : undefined;
  const rows = [
    { id: 'opening', word: t('money.opening'), sign: '', value: statement.openingBalance, to: before },
    ofLines('gross', t('money.gross'), '+', statement.gross),
    ofLines('refunds', t('money.refunds'), '−', statement.refunds),
    ofLines('subsidies', t('money.subsidies'), '+', statement.subsidies),
    ofLines('fees', t('money.fees'), '−', statement.fees),
    ofLines('dues', t('money.farmerDues'), '−', statement.farmerDues),
    { ...ofLines('payable', t('money.payable'), '=', statement.payable), total: true },
    {
      id: 'adjustments',
      word: t('money.adjustments'),
      sign: '+',
      value: adjustments,
      to: where(adjustments, '#changes'),
    },
    { id: 'late', word: t('money.lateRefunds'), sign: '−', value: lateRefunds, to: where(lateRefunds, '#changes') },
    { id: 'payouts', word: t('money.payouts'), sign: '−', value: payouts, to: where(payouts, '#payments') },
    { id: 'closing', word: t('money.closing'), sign: '=', value: statement.closingBalance, total: true },
    ...(netted.amount === '0' ? [] : [{ id: 'netted', word: t('money.netted'), sign: '', value: netted }]),
    {
      ...{ id: 'owed', word: t('money.subsidiesOwed'), sign: '', value: statement.subsidiesOwed },
      to: where(statement.subsidiesOwed, '/settlement/subsidies'),
    },
  ];
  return <BillRows rows={rows} />;
}

type Line = Output<'GET /settlement/statements/{id}/lines'>['data'][number];

/** Columns of a line of a statement; what it is of leads on to where its money went. */
function useColumns(statementId: string): Column<Line>[] {
  const t = useT();
  const sum = (id: string, word: string, value: (row: Line) => Line['gross']): Column<Line> => ({
    ...{ id, header: word, numeric: true, cell: (row) => <Money value={value(row)} /> },
  });
  return [
    {
      id: 'number',
      header: t('orders.number'),
      rowHeader: true,
      cell: (row) => <RowLink to={`/settlement/statements/${statementId}/lines/${row.id}`}>{row.orderNumber}</RowLink>,
    },
    {
      id: 'product',
      header: t('order.product'),
      cell: (row) => <span className="block sm:min-w-28">{row.productName}</span>,
    },
    { id: 'quantity', header: t('order.quantity'), numeric: true, cell: (row) => row.quantity },
    sum('gross', t('money.gross'), (row) => row.gross),
    sum('refunds', t('money.refunds'), (row) => row.refunds),
    sum('subsidy', t('money.subsidies'), (row) => row.subsidy),
    sum('fee', t('money.fees'), (row) => row.fee),
    sum('dues', t('money.farmerDues'), (row) => row.farmerDues),
    sum('payable', t('money.payable'), (row) => row.payable),
  ];
}

function Lines({ statementId }: { statementId: string }) {
  const t = useT();
  return (
    <Listing
      id="statementLines"
      query={usePages('GET /settlement/statements/{id}/lines', { params: { id: statementId } })}
      caption={t('statement.lines')}
      rowKey={(row) => row.id}
      empty={{ title: t('statement.noLines'), text: t('statement.noLinesText') }}
      columns={useColumns(statementId)}
    />
  );
}

/** One supplier's statement of one run; the page says whether what the lines add up to agrees with it. */
export function StatementPage() {
  const t = useT();
  const locale = useLocale();
  const api = useApiClient();
  const { id = '' } = useParams();
  const query = useApi('GET /settlement/statements/{id}', { params: { id } });
  const title = query.data
    ? t('statement.title', { supplier: query.data.supplier.name, date: formatDate(query.data.periodEnd, locale) })
    : t('statement.untitled');
  return (
    <Page
      title={title}
      back={{ to: '/settlement/statements', word: t('menu.statements') }}
      history={{ kind: 'statement', id }}
      actions={
        <span className="flex flex-wrap items-center gap-2 print:hidden">
          <Button look="secondary" onClick={() => window.print()}>
            {t('statement.print')}
          </Button>
          {query.data && <ProposeCorrection supplierId={query.data.supplier.id} statementId={id} />}
          {query.data && <ProposeWriteOff supplierId={query.data.supplier.id} />}
          {query.data && <AccountsLink payee={query.data.supplier} />}
          <ExportButtons
            name={t('statement.untitled')}
            get={(format) => api('GET /settlement/statements/{id}/file', { params: { id }, query: { format } })}
            pdf={() => api('GET /settlement/statements/{id}/file', { params: { id }, query: { format: 'pdf' } })}
          />
        </span>
      }
    >
      <Whole query={query}>
        {(statement) => (
          <div className="grid grid-cols-1 items-start gap-5 2xl:grid-cols-[20rem_minmax(0,1fr)]">
            <Card title={t('statement.bill')} className="max-w-lg">
              <Bill statement={statement} />
              {statement.netted.amount !== '0' && (
                <p className="mt-3 text-sm text-ink-soft">{t('statement.nettedText')}</p>
              )}
              <p className="mt-3 text-sm text-ink-faint">{t('statement.rule', { version: statement.ruleVersion })}</p>
            </Card>
            <div id="lines" className="grid min-w-0 gap-5">
              <Card title={t('statement.lines')}>
                <div className="mb-4">
                  {agrees(statement) ? (
                    <Notice tone="good" title={t('statement.agrees', { count: statement.lines.count })} />
                  ) : (
                    <Notice tone="bad" urgent title={t('statement.differs')} />
                  )}
                </div>
                <Lines statementId={statement.id} />
              </Card>
              <Changes statementId={statement.id} />
              <Payments statementId={statement.id} />
            </div>
          </div>
        )}
      </Whole>
    </Page>
  );
}
