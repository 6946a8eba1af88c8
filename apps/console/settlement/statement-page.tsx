import { Button, Card, formatDate, Money, Notice, Table, useApi, useLocale, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { agrees, sumsOf } from './sums';

type Statement = Output<'GET /settlement/statements/{id}'>;

/** From gross to payable as one reads a bill: what comes on top, what goes off, what is left. */
function Bill({ statement }: { statement: Statement }) {
  const t = useT();
  const rows = [
    { id: 'opening', word: t('money.opening'), sign: '', value: statement.openingBalance },
    { id: 'gross', word: t('money.gross'), sign: '+', value: statement.gross },
    { id: 'refunds', word: t('money.refunds'), sign: '−', value: statement.refunds },
    { id: 'subsidies', word: t('money.subsidies'), sign: '+', value: statement.subsidies },
    { id: 'fees', word: t('money.fees'), sign: '−', value: statement.fees },
    { id: 'dues', word: t('money.farmerDues'), sign: '−', value: statement.farmerDues },
    { id: 'payable', word: t('money.payable'), sign: '=', value: statement.payable, total: true },
    { id: 'closing', word: t('money.closing'), sign: '', value: statement.closingBalance },
    { id: 'owed', word: t('money.subsidiesOwed'), sign: '', value: statement.subsidiesOwed },
  ];
  return (
    <dl>
      {rows.map(({ id, word, sign, value, total }) => (
        <div
          key={id}
          className={`flex items-baseline justify-between gap-4 py-1.5 ${total ? 'border-t border-line-strong font-semibold' : ''}`}
        >
          <dt className={total ? '' : 'text-ink-soft'}>{word}</dt>
          <dd className="whitespace-nowrap">
            <span aria-hidden className="me-2 text-ink-faint">
              {sign}
            </span>
            <Money value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ statement }: { statement: Statement }) {
  const t = useT();
  const sums = sumsOf(statement.lines);
  return (
    <Table
      caption={t('statement.lines')}
      rows={statement.lines.map((line, index) => ({ ...line, key: `${line.orderNumber} ${index}` }))}
      rowKey={(row) => row.key}
      sums={{
        number: t('order.sum'),
        gross: <Money value={sums.gross} />,
        subsidy: <Money value={sums.subsidy} />,
        fee: <Money value={sums.fee} />,
        dues: <Money value={sums.farmerDues} />,
        payable: <Money value={sums.payable} />,
      }}
      columns={[
        {
          id: 'number',
          header: t('orders.number'),
          rowHeader: true,
          cell: (row) => <span className="numeric">{row.orderNumber}</span>,
        },
        {
          id: 'product',
          header: t('order.product'),
          cell: (row) => <span className="block sm:min-w-28">{row.productName}</span>,
        },
        { id: 'quantity', header: t('order.quantity'), numeric: true, cell: (row) => row.quantity },
        { id: 'gross', header: t('money.gross'), numeric: true, cell: (row) => <Money value={row.gross} /> },
        { id: 'subsidy', header: t('money.subsidies'), numeric: true, cell: (row) => <Money value={row.subsidy} /> },
        { id: 'fee', header: t('money.fees'), numeric: true, cell: (row) => <Money value={row.fee} /> },
        { id: 'dues', header: t('money.farmerDues'), numeric: true, cell: (row) => <Money value={row.farmerDues} /> },
        { id: 'payable', header: t('money.payable'), numeric: true, cell: (row) => <Money value={row.payable} /> },
      ]}
    />
  );
}

/** One supplier's statement of one run; the page adds the lines up itself and says whether they agree. */
export function StatementPage() {
  const t = useT();
  const locale = useLocale();
  const { id = '' } = useParams();
  const query = useApi('GET /settlement/statements/{id}', { params: { id } });
  const title = query.data
    ? t('statement.title', { supplier: query.data.supplier.name, date: formatDate(query.data.periodEnd, locale) })
    : t('statement.untitled');
  return (
    <Page
      title={title}
      back={{ to: '/settlement/statements', word: t('menu.statements') }}
      actions={
        <Button look="secondary" className="print:hidden" onClick={() => window.print()}>
          {t('statement.print')}
        </Button>
      }
    >
      <Whole query={query}>
        {(statement) => (
          <div className="grid grid-cols-1 items-start gap-5 2xl:grid-cols-[20rem_minmax(0,1fr)]">
            <Card title={t('statement.bill')} className="max-w-lg">
              <Bill statement={statement} />
              <p className="mt-3 text-sm text-ink-faint">{t('statement.rule', { version: statement.ruleVersion })}</p>
            </Card>
            <Card title={t('statement.lines')}>
              <div className="mb-4">
                {agrees(statement) ? (
                  <Notice tone="good" title={t('statement.agrees', { count: statement.lines.length })} />
                ) : (
                  <Notice tone="bad" urgent title={t('statement.differs')} />
                )}
              </div>
              <Lines statement={statement} />
            </Card>
          </div>
        )}
      </Whole>
    </Page>
  );
}
