import { EmptyState, formatNumber, Table, useApi, useLocale } from '@xihuo/ui';
import { ListFile } from '../frame/list-file';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Bars } from './charts/bars';
import { Figure } from './frame';
import type { Span } from './span';

const WHAT = ['admitted', 'measured', 'exited'] as const;

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
                series={WHAT.map((id) => ({ id, word: t(`outcome.${id}`) }))}
                rows={rows.map((row) => ({
                  ...{ key: row.month, label: row.month, values: WHAT.map((what) => row[what]) },
                  said: WHAT.map((what) => formatNumber(row[what], locale)).join(' · '),
                }))}
              />
              <Table
                caption={title}
                rows={rows}
                rowKey={({ month }) => month}
                columns={[
                  { id: 'month', header: t('outcome.head.months'), rowHeader: true, cell: ({ month }) => month },
                  ...WHAT.map((id) => ({
                    ...{ id, header: t(`outcome.${id}`), numeric: true },
                    cell: (row: (typeof rows)[number]) => formatNumber(row[id], locale),
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
