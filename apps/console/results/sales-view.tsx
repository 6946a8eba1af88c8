import { EmptyState, formatMoney, Table, useApi, useLocale } from '@xihuo/ui';
import { Link, useSearchParams } from 'react-router';
import { useSay } from '../admission/watching/today';
import { ListFile } from '../frame/list-file';
import { useView } from '../frame/views';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Bars } from './charts/bars';
import { FlowPicture } from './charts/flow';
import { fen, sumOf, together, wire, type OrdersOfAll, type SalesRow } from './figures';
import { Figure } from './frame';
import { useNames } from './names';
import { columnsOf, LOOKS, sumsOf, type Look } from './sales-columns';
import { ordersBehind, withSpan, type Span } from './span';
import type { SalesTable } from './tables';

interface SalesProps {
  table: SalesTable;
  span: Span;
}

/** Hundreds of counties are no picture: their figures stand in the table. */
const MOST_BARS = 40;
const FEN = 100n;
/** For lengths alone; what is said is said from the fen. */
const yuan = (value: bigint) => Number(value / FEN);

function Chart({ rows, orders, ...props }: SalesProps & { rows: readonly SalesRow[]; orders: OrdersOfAll }) {
  const t = useT();
  const nameOf = useNames(props.table);
  const say = useSay();
  const behind = (key: string) => ordersBehind(props.span, props.table, { key });
  const title = t(`outcome.title.${props.table}`);
  const all = sumOf(rows, orders);
  const description = t('outcome.sum', {
    ...{ purchased: formatMoney(all.purchased.net), helped: formatMoney(all.helped.net) },
    before: formatMoney(wire(together(all, 'netYearBefore'))),
  });
  if (props.table === 'pairings') {
    const paired = rows.filter((row) => row.name !== null && row.pairedWith !== null && together(row, 'net') > 0n);
    if (paired.length === 0) return null;
    return (
      <FlowPicture
        title={title}
        description={description}
        pairings={paired.map((row) => {
          const [east = '', west = ''] = row.key.split('-');
          return {
            ...{
              key: row.key,
              east: { code: east, name: say(row.name!) },
              west: { code: west, name: say(row.pairedWith!) },
            },
            ...{
              value: yuan(together(row, 'net')),
              said: formatMoney(wire(together(row, 'net'))),
              to: behind(row.key),
            },
          };
        })}
      />
    );
  }
  if (rows.length > MOST_BARS) return null;
  return (
    <Bars
      title={title}
      description={description}
      before={t('outcome.before')}
      series={[
        { id: 'purchased', word: t('outcome.purchased') },
        { id: 'helped', word: t('outcome.helped') },
      ]}
      rows={rows.map((row) => ({
        ...{ key: row.key, label: nameOf(row), to: behind(row.key), said: formatMoney(wire(together(row, 'net'))) },
        values: [yuan(fen(row.purchased.net)), yuan(fen(row.helped.net))],
        before: yuan(together(row, 'netYearBefore')),
      }))}
    />
  );
}

/** Sales under one heading: picture, table and file, money and goods and cost each by itself. */
export function SalesView({ table, span }: SalesProps) {
  const t = useT();
  const locale = useLocale();
  const [search] = useSearchParams();
  const look: Look = useView('look', LOOKS) ?? 'money';
  const nameOf = useNames(table);
  const input = { query: { table, ...span } };
  const query = useApi('GET /results/sales', input);
  const title = t(`outcome.title.${table}`);
  return (
    <Whole query={query}>
      {({ asOf, orders, data: rows }) => (
        <Figure title={title} asOf={asOf} file={<ListFile name={title} route="GET /results/sales" input={input} />}>
          {rows.length === 0 ? (
            <EmptyState title={t('outcome.none')}>{t('outcome.noneText')}</EmptyState>
          ) : (
            <>
              <Chart {...{ table, span, rows, orders }} />
              <div>
                <Looks chosen={look} addressOf={(next) => withSpan(search, { look: next === 'money' ? '' : next })} />
                <Table
                  caption={`${title} · ${t(`outcome.look.${look}`)}`}
                  rows={rows}
                  rowKey={({ key }) => key}
                  columns={columnsOf({ look, t, locale, nameOf, table, span, head: t(`outcome.head.${table}`) })}
                  sums={sumsOf({ look, t, locale, table, span, rows, orders })}
                />
                <p className="mt-3 text-sm text-ink-soft">{t('outcome.apart')}</p>
              </div>
            </>
          )}
        </Figure>
      )}
    </Whole>
  );
}

function Looks({ chosen, addressOf }: { chosen: Look; addressOf: (look: Look) => string }) {
  const t = useT();
  return (
    <nav aria-label={t('outcome.looks')} className="mb-2 flex gap-2 print:hidden">
      {LOOKS.map((look) => (
        <Link
          key={look}
          to={addressOf(look)}
          preventScrollReset
          aria-current={look === chosen ? 'true' : undefined}
          className="flex min-h-target items-center rounded-md border border-line px-4 text-ink-soft hover:text-ink aria-[current=true]:border-green aria-[current=true]:bg-green-wash aria-[current=true]:font-semibold aria-[current=true]:text-green-deep"
        >
          {t(`outcome.look.${look}`)}
        </Link>
      ))}
    </nav>
  );
}
