import { EmptyState, formatNumber, Table, useApi, useLocale, type Output } from '@xihuo/ui';
import { ListFile } from '../frame/list-file';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Bars } from './charts/bars';
import { Figure } from './frame';
import { Led } from './led';
import { spanBefore, suppliersBehind, yearBefore, type Span } from './span';
import { HAPPENED } from './tables';

type Row = Output<'GET /results/suppliers'>['data'][number];

/** A bar is of three numbers: it leads to the first that is any, and the others stand beside it there. */
function barTo(span: Span, row: Row): { to?: string } {
  const what = HAPPENED.find((what) => row[what] > 0);
  return what === undefined ? {} : { to: suppliersBehind(span, what, row.month) };
}

/** How many, leading to them. */
function Count({ to, count }: { to: string; count: number }) {
  const locale = useLocale();
  return (
    <Led to={to} some={count > 0}>
      {formatNumber(count, locale)}
    </Led>
  );
}

/** Suppliers that came, came under a measure and went, month by month. */
export function SuppliersView({ span }: { span: Span }) {
  const t = useT();
  const locale = useLocale();
  const input = { query: span };
  const query = useApi('GET /results/suppliers', input);
  const title = t('outcome.title.suppliers');
  return (
    <Whole query={query}>
      {({ data: rows }) => (
        <Figure title={title} file={<ListFile name={title} route="GET /results/suppliers" input={input} />}>
          {rows.length === 0 ? (
            <EmptyState title={t('outcome.none')}>{t('outcome.noneText')}</EmptyState>
          ) : (
            <>
              <Bars
                title={title}
                description={t('outcome.suppliersNote')}
                before={t('outcome.before')}
                series={HAPPENED.map((id) => ({ id, word: t(`outcome.${id}`) }))}
                rows={rows.map((row) => ({
                  ...{ key: row.month, label: row.month, values: HAPPENED.map((what) => row[what]) },
                  said: HAPPENED.map((what) => formatNumber(row[what], locale)).join(' · '),
                  before: HAPPENED.map((what) => row[`${what}YearBefore`]),
                  ...barTo(span, row),
                }))}
              />
              <Table
                caption={title}
                rows={rows}
                rowKey={({ month }) => month}
                columns={[
                  { id: 'month', header: t('outcome.head.months'), rowHeader: true, cell: ({ month }) => month },
                  ...HAPPENED.map((id) => ({
                    ...{ id, header: t(`outcome.${id}`), numeric: true },
                    cell: (row: Row) => (
                      <>
                        <Count to={suppliersBehind(span, id, row.month)} count={row[id]} />
                        <span className="block text-sm text-ink-soft">
                          {t('outcome.before')}{' '}
                          <Count
                            to={suppliersBehind(spanBefore(span), id, yearBefore(row.month))}
                            count={row[`${id}YearBefore`]}
                          />
                        </span>
                      </>
                    ),
                  })),
                ]}
              />
              <p className="text-sm text-ink-soft">{t('outcome.suppliersNote')}</p>
            </>
          )}
        </Figure>
      )}
    </Whole>
  );
}
