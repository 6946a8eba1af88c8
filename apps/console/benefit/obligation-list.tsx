import { Badge, Checkbox, Money, usePages, type Column, type Output } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { useSay } from '../admission/watching/today';
import { withParam } from '../frame/address';
import { Listing } from '../frame/listing';
import { RowLink } from '../frame/views';
import { Day } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { ObjectFor } from './object-for';
import { useOwnSuppliers, type Household } from './parts';

type Obligation = Output<'GET /benefit/households/{id}/obligations'>['data'][number];

/** Said for a household without a phone: by the supplier's clerk, or an officer of its county. */
function useAct(household: Household): readonly Column<Obligation>[] {
  const t = useT();
  const own = useOwnSuppliers().some(({ id }) => id === household.supplier.id);
  const county = hasRole(useMe(), ['countyAgriculture', 'countyRevitalisation']);
  if (!own && !county) return [];
  const cell = ({ id, contestId }: Obligation) =>
    contestId === null && (
      <ObjectFor
        size="small"
        route="POST /benefit/obligations/{id}/contest"
        of={household}
        input={(body) => ({ params: { id }, body })}
      />
    );
  return [{ id: 'act', header: t('list.act'), cell }];
}

/** The line in one sentence, and whether somebody objected to it. */
export function Why({ line }: { line: Pick<Obligation, 'why' | 'contestId'> }) {
  const t = useT();
  const say = useSay();
  return (
    <span className="block font-normal sm:max-w-[26rem] sm:min-w-44">
      {say(line.why)}
      {line.contestId && (
        <span className="mt-1 block">
          <RowLink to="/benefit/contests">{t('dues.contested')}</RowLink>
        </span>
      )}
    </span>
  );
}

function useColumns(household: Household): readonly Column<Obligation>[] {
  const t = useT();
  const act = useAct(household);
  return [
    {
      id: 'why',
      header: t('dues.why'),
      rowHeader: true,
      cell: (row) => <Why line={row} />,
    },
    {
      id: 'kind',
      header: t('dues.kind'),
      cell: (row) => (
        <span className="sm:whitespace-nowrap">
          {t(`obligation.${row.kind}`)}
          <span className="block text-sm text-ink-faint">
            <Day value={row.earnedOn} />
          </span>
          {row.agreement && (
            <span className="block text-sm">
              <RowLink to={`/benefit/agreements/${row.agreement.id}`}>{row.agreement.number}</RowLink>
            </span>
          )}
        </span>
      ),
    },
    { id: 'due', header: t('dues.due'), numeric: true, cell: (row) => <Money value={row.amounts.due} /> },
    {
      id: 'funded',
      header: t('dues.funded'),
      numeric: true,
      cell: (row) => <Money value={row.amounts.funded} />,
    },
    {
      id: 'outside',
      header: t('dues.paidOutside'),
      numeric: true,
      cell: (row) => (
        <span className="block">
          <Money value={row.amounts.paidOutside} />
          {row.amounts.waiting.amount !== '0' && (
            <Badge tone="attention">
              {t('dues.waiting')} <Money value={row.amounts.waiting} />
            </Badge>
          )}
        </span>
      ),
    },
    { id: 'open', header: t('dues.open'), numeric: true, cell: (row) => <Money value={row.amounts.open} /> },
    ...act,
  ];
}

/** Line by line, each with its reason in one sentence. */
export function ObligationList({ household }: { household: Household }) {
  const columns = useColumns(household);
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const openOnly = search.get('open') === 'true';
  const query = usePages('GET /benefit/households/{id}/obligations', {
    params: { id: household.household.id },
    query: openOnly ? { open: 'true' } : {},
  });
  return (
    <>
      <Checkbox
        checked={openOnly}
        onChange={() => setSearch(withParam(search, 'open', openOnly ? '' : 'true'), { replace: true })}
      >
        {t('dues.openOnly')}
      </Checkbox>
      <Listing
        id="obligations"
        query={query}
        caption={t('dues.lines')}
        rowKey={(row) => row.id}
        empty={{ title: t('dues.noLines'), text: t('dues.noLinesText') }}
        columns={columns}
      />
    </>
  );
}
