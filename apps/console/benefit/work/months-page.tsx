import { time } from '@xihuo/kernel';
import { Button, EmptyState, formatNumber, Money, Table, TextField, useApi, useLocale, type Output } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { useToday } from '../../admission/watching/today';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { Waiting, Whole } from '../../frame/whole';
import { useT } from '../../words';
import { useOwnSuppliers } from '../parts';
import { WorkAreas } from './parts';

type Month = Output<'GET /benefit/work-months'>;

/** What the month comes to: earned first, what waits for an answer beside it. */
function Totals({ totals }: Pick<Month, 'totals'>) {
  const t = useT();
  const locale = useLocale();
  return (
    <dl className="mb-5 grid grid-cols-2 gap-x-6 gap-y-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-3">
      <div>
        <dt className="text-sm text-ink-faint">{t('workMonth.earned')}</dt>
        <dd>
          <Money value={totals.earned} size="price" />
        </dd>
      </div>
      <div className={totals.waiting.amount === '0' ? '' : 'text-amber'}>
        <dt className="text-sm text-ink-faint">{t('workMonth.waiting')}</dt>
        <dd>
          <Money value={totals.waiting} size="price" />
        </dd>
      </div>
      <div>
        <dt className="text-sm text-ink-faint">{t('workMonth.days')}</dt>
        <dd className="numeric text-lg">{formatNumber(totals.days, locale)}</dd>
      </div>
    </dl>
  );
}

interface SumsProps {
  month: Month;
  /** On the first days of a month the sums that somebody looks for are those of the month before. */
  onEarlier: () => void;
}

function Sums({ month, onEarlier }: SumsProps) {
  const t = useT();
  const locale = useLocale();
  if (month.data.length === 0)
    return (
      <EmptyState title={t('workMonth.none')} action={<Button onClick={onEarlier}>{t('workMonth.before')}</Button>}>
        {t('work.noneText')}
      </EmptyState>
    );
  return (
    <>
      <Totals totals={month.totals} />
      <Table
        caption={t('work.months')}
        rows={month.data}
        rowKey={(row) => row.household.id}
        columns={[
          {
            id: 'household',
            header: t('dues.household'),
            rowHeader: true,
            cell: ({ household }) => (
              <>
                <RowLink to={`/benefit/households/${household.id}?view=work`}>{household.displayName}</RowLink>
                <span className="block text-sm font-normal text-ink-faint">{household.village}</span>
              </>
            ),
          },
          { id: 'days', header: t('workMonth.days'), numeric: true, cell: (row) => formatNumber(row.days, locale) },
          {
            id: 'pieces',
            header: t('workMonth.pieces'),
            numeric: true,
            cell: (row) => (row.pieces === 0 ? t('list.notYet') : formatNumber(row.pieces, locale)),
          },
          { id: 'earned', header: t('workMonth.earned'), numeric: true, cell: (row) => <Money value={row.earned} /> },
          {
            id: 'waiting',
            header: t('workMonth.waiting'),
            numeric: true,
            cell: (row) => <Money value={row.waiting} />,
          },
        ]}
      />
    </>
  );
}

interface ReadProps {
  supplier: string;
  month: string;
  choose: (month: string) => void;
}

function Read({ supplier, month, choose }: ReadProps) {
  const earlier = () => choose(time.addDays(`${month}-01`, -1).slice(0, 7));
  const query = useApi('GET /benefit/work-months', { query: { supplier, month } });
  return <Whole query={query}>{(found) => <Sums month={found} onEarlier={earlier} />}</Whole>;
}

/** One month of one supplier, household by household. The month and the supplier stand in the address. */
export function WorkMonthsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const supplier = search.get('supplier') ?? own[0]?.id;
  const asked = search.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today?.slice(0, 7);
  const choose = (value: string) =>
    setSearch((before) => {
      before.set('month', value);
      return before;
    });
  return (
    <Page title={t('work.months')} lead={t('workMonth.lead')} back={{ to: '/benefit/work', word: t('menu.work') }}>
      <WorkAreas />
      <div className="mb-5 max-w-56">
        <TextField
          type="month"
          label={t('workMonth.which')}
          max={today?.slice(0, 7)}
          value={month ?? ''}
          onChange={(event) => event.target.value && choose(event.target.value)}
        />
      </div>
      {supplier === undefined ? (
        <EmptyState title={t('workMonth.whose')}>{t('workMonth.whoseText')}</EmptyState>
      ) : month === undefined ? (
        <Waiting />
      ) : (
        <Read supplier={supplier} month={month} choose={choose} />
      )}
    </Page>
  );
}
