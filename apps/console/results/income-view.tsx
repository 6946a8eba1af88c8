import {
  Card,
  EmptyState,
  Facts,
  formatMoney,
  formatNumber,
  Money,
  Table,
  useApi,
  useLocale,
  type Output,
} from '@xihuo/ui';
import { ListFile } from '../frame/list-file';
import { RowLink } from '../frame/views';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Bars } from './charts/bars';
import { fen, wire } from './figures';
import { Figure } from './frame';
import type { Span } from './span';

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
                  detail: <Compared now={reached.households} before={reached.householdsYearBefore} />,
                },
                {
                  term: t('outcome.householdsPaid'),
                  detail: <Compared now={reached.householdsPaid} before={reached.householdsPaidYearBefore} />,
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
                  }))}
                />
                <IncomeTable title={title} rows={rows} />
                <p className="text-sm text-ink-soft">{t('outcome.incomeNote')}</p>
              </>
            )}
          </Figure>
        </div>
      )}
    </Whole>
  );
}

/** A number of households, and the same of the months a year before. */
function Compared({ now, before }: { now: number; before: number }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      {formatNumber(now, locale)}{' '}
      <span className="text-sm text-ink-soft">
        {t('outcome.householdsBefore', { count: formatNumber(before, locale) })}
      </span>
    </>
  );
}

function IncomeTable({ title, rows }: { title: string; rows: readonly Row[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Table
      caption={title}
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        {
          ...{ id: 'kind', header: t('outcome.kind'), rowHeader: true },
          cell: (row) => (
            <span className="whitespace-nowrap">
              <RowLink to="/benefit/households">{t(`obligation.${row.kind}`)}</RowLink>
            </span>
          ),
        },
        // Nine columns of sums are wider than a page: what is of one thing stands in one.
        {
          ...{ id: 'households', header: t('outcome.paidOfDue'), numeric: true },
          cell: (row) => (
            <>
              {formatNumber(row.householdsPaid, locale)} / {formatNumber(row.households, locale)}
              <span className="block text-sm text-ink-soft">
                {t('outcome.householdsBefore', {
                  count: `${formatNumber(row.householdsPaidYearBefore, locale)} / ${formatNumber(row.householdsYearBefore, locale)}`,
                })}
              </span>
            </>
          ),
        },
        ...(['due', 'inTime', 'late', 'overdue', 'notYetDue'] as const).map((id) => ({
          ...{ id, header: t(`outcome.${id}`), numeric: true },
          cell: (row: Row) => <Money value={row[id]} />,
        })),
        {
          ...{ id: 'before', header: t('outcome.before'), numeric: true },
          // Without a per cent: this month is not over, and what was paid late a year ago is paid by now.
          cell: (row) => <Money value={row.dueYearBefore} />,
        },
      ]}
    />
  );
}
