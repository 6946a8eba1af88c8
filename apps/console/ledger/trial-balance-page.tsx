import {
  Card,
  formatDate,
  formatNumber,
  Money,
  Notice,
  Table,
  TextField,
  useApi,
  useLocale,
  type Output,
} from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { useToday } from '../admission/watching/today';
import { Waiting, Whole } from '../frame/whole';
import { RowLink } from '../frame/views';
import { useT } from '../words';
import { yuanFigure } from './csv';
import { BooksPage, TakeAway } from './frame';
import { useBookNames } from './names';

type TrialBalance = Output<'GET /ledger/trial-balance'>;

/** The two sums that must be one; the page compares them itself instead of taking anybody's word. */
function Proof({ books }: { books: TrialBalance }) {
  const t = useT();
  const locale = useLocale();
  const equal = books.debits.amount === books.credits.amount;
  const open = books.closedThrough === null || books.closedThrough < books.through;
  return (
    <div className="flex flex-col gap-3">
      {equal ? (
        <Notice tone="good" title={t('books.equal')}>
          <span className="inline-flex flex-wrap gap-x-5">
            <span>
              {t('books.debits')} <Money value={books.debits} />
            </span>
            <span>
              {t('books.credits')} <Money value={books.credits} />
            </span>
          </span>
        </Notice>
      ) : (
        <Notice tone="bad" urgent title={t('books.unequal')} />
      )}
      <p className="text-sm text-ink-soft">
        {books.closedThrough === null
          ? t('books.neverClosed')
          : t('books.closedThrough', { date: formatDate(books.closedThrough, locale) })}
        {open && t('books.mayChange')}
      </p>
    </div>
  );
}

function Kinds({ books }: { books: TrialBalance }) {
  const t = useT();
  const locale = useLocale();
  const names = useBookNames();
  return (
    <Table
      caption={t('books.trial')}
      rows={books.rows}
      rowKey={(row) => row.code}
      sums={{
        code: t('order.sum'),
        debits: <Money value={books.debits} />,
        credits: <Money value={books.credits} />,
      }}
      columns={[
        {
          id: 'code',
          header: t('books.kind'),
          rowHeader: true,
          cell: (row) => <RowLink to={`/ledger/accounts?kind=${row.code}`}>{names.account(row.code)}</RowLink>,
        },
        {
          id: 'accounts',
          header: t('books.count'),
          numeric: true,
          cell: (row) => formatNumber(row.accounts, locale),
        },
        { id: 'debits', header: t('books.debits'), numeric: true, cell: (row) => <Money value={row.debits} /> },
        { id: 'credits', header: t('books.credits'), numeric: true, cell: (row) => <Money value={row.credits} /> },
        {
          id: 'side',
          header: t('books.side'),
          cell: (row) => t(`books.side.${row.normalSide}`),
        },
        { id: 'balance', header: t('books.balance'), numeric: true, cell: (row) => <Money value={row.balance} /> },
      ]}
    />
  );
}

/** All accounts by kind at the end of a business day: what came in on one side stands on the other. */
export function TrialBalancePage() {
  const t = useT();
  const names = useBookNames();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const through = search.get('through') ?? today ?? '';
  const query = useApi('GET /ledger/trial-balance', { query: { through } }, { enabled: through !== '' });
  const books = query.data;
  return (
    <BooksPage
      title={t('menu.books')}
      lead={t('books.trialLead')}
      actions={
        <TakeAway
          name={`${t('books.trial')}-${through}`}
          header={[t('books.kind'), t('books.count'), t('books.debits'), t('books.credits'), t('books.balance')]}
          rows={(books?.rows ?? []).map((row) => [
            names.account(row.code),
            row.accounts,
            yuanFigure(row.debits),
            yuanFigure(row.credits),
            yuanFigure(row.balance),
          ])}
        />
      }
    >
      <Card>
        <div className="mb-4 grid items-end gap-x-6 gap-y-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
          <TextField
            type="date"
            label={t('books.through')}
            max={today}
            value={through}
            onChange={(event) =>
              setSearch(event.target.value === '' ? {} : { through: event.target.value }, { replace: true })
            }
          />
          {books && <Proof books={books} />}
        </div>
        {through === '' ? <Waiting /> : <Whole query={query}>{(data) => <Kinds books={data} />}</Whole>}
      </Card>
    </BooksPage>
  );
}
