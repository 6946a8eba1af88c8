import { Card, EmptyState, Facts, formatMoney, formatNumber, Table, useApi, useLocale, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { ListFile } from '../frame/list-file';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Bars } from './charts/bars';
import { fen, wire } from './figures';
import { Figure } from './frame';
import { Led, type LedProps } from './led';
import { householdsBehind, spanBefore, type Span } from './span';
import type { Earned } from './tables';

type Row = Output<'GET /results/income'>['data'][number];

const FEN = 100n;
/** Each yuan is in one of them: in time, late whether paid by now or not, and not yet due. */
const PARTS = ['inTime', 'lateInAll', 'notYetDue'] as const;
const partsOf = (row: Row): bigint[] => [fen(row.inTime), fen(row.late) + fen(row.overdue), fen(row.notYetDue)];

/** What households earned by linkage, and whether they had it in time: whole months, since wages are monthly. */
export function IncomeView({ span }: { span: Span }) {
  const t = useT();
  const input = { query: span };
  const query = useApi('GET /results/income', input);
  const title = t('outcome.title.income');
  return (
    <Whole query={query}>
      {({ asOf, data: rows, ...reached }) => (
        <div className="flex flex-col gap-5">
          <Card title={t('outcome.reached')}>
            <Facts
              facts={[
                {
                  term: t('outcome.households'),
                  detail: (
                    <Compared
                      {...{ span, figure: 'due' }}
                      now={reached.households}
                      before={reached.householdsYearBefore}
                    />
                  ),
                },
                {
                  term: t('outcome.householdsPaid'),
                  detail: (
                    <Compared
                      {...{ span, figure: 'paid' }}
                      now={reached.householdsPaid}
                      before={reached.householdsPaidYearBefore}
                    />
                  ),
                },
              ]}
            />
          </Card>
          <Figure title={title} asOf={asOf} file={<ListFile name={title} route="GET /results/income" input={input} />}>
            {rows.length === 0 ? (
              <EmptyState title={t('outcome.none')}>{t('outcome.noneText')}</EmptyState>
            ) : (
              <>
                <Bars
                  title={title}
                  description={t('outcome.incomeSum', {
                    due: formatMoney(wire(rows.reduce((sum, { due }) => sum + fen(due), 0n))),
                    inTime: formatMoney(wire(rows.reduce((sum, row) => sum + fen(row.inTime), 0n))),
                  })}
                  before={t('outcome.before')}
                  series={PARTS.map((id) => ({ id, word: t(`outcome.${id}`) }))}
                  rows={rows.map((row) => ({
                    ...{ key: row.kind, label: t(`obligation.${row.kind}`), said: formatMoney(row.due) },
                    values: partsOf(row).map((part) => Number(part / FEN)),
                    before: Number(fen(row.dueYearBefore) / FEN),
                    to: householdsBehind(span, 'due', row.kind),
                  }))}
                />
                <IncomeTable title={title} rows={rows} span={span} />
                <p className="text-sm text-ink-soft">{t('outcome.incomeNote')}</p>
              </>
            )}
          </Figure>
        </div>
      )}
    </Whole>
  );
}

/** As `Led`, among facts, whose rows are closer. */
function LedFact({ to, some, children }: LedProps) {
  if (!some) return children;
  return (
    <Link to={to} className="touch min-w-8 text-green underline-offset-4 hover:underline">
      {children}
    </Link>
  );
}

interface ComparedProps {
  span: Span;
  figure: Earned;
  now: number;
  before: number;
}

/** A number of households, and the same of the months a year before: each leads to them. */
function Compared({ span, figure, now, before }: ComparedProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <LedFact to={householdsBehind(span, figure)} some={now > 0}>
        {formatNumber(now, locale)}
      </LedFact>{' '}
      <span className="text-sm">
        <LedFact to={householdsBehind(spanBefore(span), figure)} some={before > 0}>
          {t('outcome.householdsBefore', { count: formatNumber(before, locale) })}
        </LedFact>
      </span>
    </>
  );
}

interface Households {
  span: Span;
  kind: Row['kind'];
  paid: number;
  due: number;
}

/** Of so many that are due something so many are paid. */
function PaidOfDue({ span, kind, paid, due }: Households) {
  const locale = useLocale();
  return (
    <>
      <Led to={householdsBehind(span, 'paid', kind)} some={paid > 0}>
        {formatNumber(paid, locale)}
      </Led>
      {' / '}
      <Led to={householdsBehind(span, 'due', kind)} some={due > 0}>
        {formatNumber(due, locale)}
      </Led>
    </>
  );
}

function IncomeTable({ title, rows, span }: { title: string; rows: readonly Row[]; span: Span }) {
  const t = useT();
  const earlier = spanBefore(span);
  return (
    <Table
      caption={title}
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        {
          ...{ id: 'kind', header: t('outcome.kind'), rowHeader: true },
          cell: (row) => <span className="whitespace-nowrap">{t(`obligation.${row.kind}`)}</span>,
        },
        // Nine columns of sums are wider than a page: what is of one thing stands in one.
        {
          ...{ id: 'households', header: t('outcome.paidOfDue'), numeric: true },
          cell: ({ kind, ...row }) => (
            <span className="whitespace-nowrap">
              <PaidOfDue {...{ span, kind }} paid={row.householdsPaid} due={row.households} />
              <span className="block text-sm text-ink-soft">
                {t('outcome.before')}{' '}
                <PaidOfDue
                  {...{ span: earlier, kind }}
                  paid={row.householdsPaidYearBefore}
                  due={row.householdsYearBefore}
                />
              </span>
            </span>
          ),
        },
        ...(['due', 'inTime', 'late', 'overdue', 'notYetDue'] as const).map((id) => ({
          ...{ id, header: t(`outcome.${id}`), numeric: true },
          cell: (row: Row) => (
            <Led to={householdsBehind(span, id, row.kind)} some={fen(row[id]) !== 0n}>
              {formatMoney(row[id])}
            </Led>
          ),
        })),
        {
          ...{ id: 'before', header: t('outcome.before'), numeric: true },
          // Without a per cent: this month is not over, and what was paid late a year ago is paid by now.
          cell: (row) => (
            <Led to={householdsBehind(earlier, 'due', row.kind)} some={fen(row.dueYearBefore) !== 0n}>
              {formatMoney(row.dueYearBefore)}
            </Led>
          ),
        },
      ]}
    />
  );
}
