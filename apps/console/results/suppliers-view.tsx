import { EmptyState, formatNumber, Table, useApi, useLocale } from '@xihuo/ui';
import { ListFile } from '../frame/list-file';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Bars } from './charts/bars';
import { Figure } from './frame';
import { RowLink } from '../frame/views';
import type { Span } from './span';
import { HAPPENED } from './tables';

/** Suppliers that came, came under a measure and went, month by month. */
export function SuppliersView({ span }: { span: Span }) {
  const t = useT();
  const locale = useLocale();
  const input = { query: span };
  const query = useApi('GET /results/suppliers', input);
  const title = t('outcome.title.suppliers');
  const behind = (what: string, month: string) => `/results/suppliers?${new URLSearchParams({ ...span, what, month })}`;
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
                    cell: (row: (typeof rows)[number]) => (
                      <>
                        {row[id] === 0 ? (
                          formatNumber(0, locale)
                        ) : (
                          <RowLink to={behind(id, row.month)}>{formatNumber(row[id], locale)}</RowLink>
                        )}
                        <span className="block text-sm text-ink-soft">
                          {t('outcome.before')} {formatNumber(row[`${id}YearBefore`], locale)}
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
