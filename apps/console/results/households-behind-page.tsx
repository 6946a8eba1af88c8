import { Facts, formatMoney, formatNumber, Money, useApi, useLocale, usePages, type Output } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView } from '../frame/views';
import { useT } from '../words';
import { fen, wire } from './figures';
import { FromToday } from './frame';
import { resultsOf, spanIn, type Span } from './span';
import { EARNED, type Earned } from './tables';

type Income = Output<'GET /results/income'>;
type Kind = Income['data'][number]['kind'];

interface Behind {
  figure: Earned;
  kind?: Kind | undefined;
  span: Span;
}

/** The figure as it was read where somebody came from: the list below adds up to it. */
function Whence({ figure, kind, span }: Behind) {
  const t = useT();
  const locale = useLocale();
  const income = useApi('GET /results/income', { query: span }).data;
  if (!income) return null;
  const rows = income.data.filter((row) => kind === undefined || row.kind === kind);
  const { households, householdsPaid } =
    kind === undefined ? income : (rows[0] ?? { households: 0, householdsPaid: 0 });
  const count = { due: households, paid: householdsPaid };
  return (
    <Facts
      facts={[
        ...(figure === 'due' || figure === 'paid'
          ? [
              {
                term: t(figure === 'due' ? 'outcome.households' : 'outcome.householdsPaid'),
                detail: formatNumber(count[figure], locale),
              },
            ]
          : []),
        {
          term: t(`outcome.${figure}`),
          detail: formatMoney(wire(rows.reduce((sum, row) => sum + fen(row[figure]), 0n))),
        },
      ]}
    />
  );
}

function Rows({ figure, kind, span }: Behind) {
  const t = useT();
  const input = { query: { ...span, figure, ...(kind === undefined ? {} : { kind }) } };
  const query = usePages('GET /results/income/rows', input);
  const caption = t('outcome.householdsBehind');
  return (
    <Listing
      id="result-households"
      query={query}
      caption={caption}
      rowKey={(row) => row.household.id}
      empty={{ title: t('outcome.none'), text: t('outcome.noneText') }}
      file={<ListFile name={caption} route="GET /results/income/rows" input={input} />}
      columns={[
        {
          ...{ id: 'household', header: t('outcome.household'), rowHeader: true },
          cell: ({ household }) => (
            <>
              <RowLink to={`/benefit/households/${household.id}`}>{household.displayName}</RowLink>
              <span className="block text-sm font-normal text-ink-faint">{household.village}</span>
            </>
          ),
        },
        { id: 'county', header: t('outcome.ofCounty'), cell: (row) => row.county },
        ...EARNED.map((id) => ({
          ...{ id, header: t(`outcome.${id}`), numeric: true },
          cell: (row: Output<'GET /results/income/rows'>['data'][number]) => <Money value={row[id]} />,
        })),
      ]}
    />
  );
}

function Of({ figure, kind, span }: Behind) {
  const t = useT();
  const { from, until } = span;
  const what = t(`outcome.${figure}`);
  return (
    <Page
      title={t('outcome.householdsOf', { what: kind === undefined ? what : `${t(`obligation.${kind}`)} · ${what}` })}
      lead={t('outcome.householdsSaid', { from: from.slice(0, 7), until: until.slice(0, 7), ours: t('outcome.ours') })}
      back={{ to: resultsOf(span, 'income'), word: t('menu.results') }}
    >
      <div className="mb-4">
        <Whence {...{ figure, kind, span }} />
      </div>
      <Rows {...{ figure, kind, span }} />
    </Page>
  );
}

const KINDS: readonly Kind[] = [
  'wage',
  'floorPrice',
  'premium',
  'rebate',
  'landRent',
  'dividend',
  'collectiveShare',
  'surplusRefund',
];

/** The households behind a figure of income, each once with what it has of it. */
export function HouseholdsBehindPage() {
  const t = useT();
  const [search] = useSearchParams();
  const figure = useView('figure', EARNED) ?? 'due';
  const kind = useView('kind', KINDS);
  return (
    <FromToday title={t('outcome.householdsBehind')}>
      {(today) => <Of figure={figure} kind={kind} span={spanIn(search, today)} />}
    </FromToday>
  );
}
