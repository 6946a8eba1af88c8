import { Badge, Card, Facts, Money, useApi, usePages, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { Day, Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { yuanFigure } from './csv';
import { TakeAway } from './frame';
import { MomentBalance } from './moment-balance';
import { AccountLink, OwnerName, Source, useBookNames, type Entry } from './names';

type Account = Output<'GET /ledger/accounts/{id}'>;

function Standing({ account }: { account: Account }) {
  const t = useT();
  return (
    <Card title={t('books.now')}>
      <p className="mb-3">
        <Money value={account.balance} size="large" />
      </p>
      <Facts
        facts={[
          { term: t('books.owner'), detail: <OwnerName account={account} /> },
          { term: t('books.debits'), detail: <Money value={account.debits} /> },
          { term: t('books.credits'), detail: <Money value={account.credits} /> },
          { term: t('books.side'), detail: t(`books.side.${account.normalSide}`) },
          { term: t('books.asOf'), detail: <Moment value={account.at} /> },
        ]}
      />
      {account.constrained && <p className="mt-3 text-sm text-ink-faint">{t('books.constrained')}</p>}
    </Card>
  );
}

/** What a transfer did: only what is set aside, released or lapsed needs a word beside its name. */
export function Kind({ kind }: { kind: Entry['kind'] }) {
  const t = useT();
  return kind === 'posted' ? null : <Badge tone="info">{t(`books.kind.${kind}`)}</Badge>;
}

/** By its name; with what was posted together, where that is for this reader. */
function What({ entry: { groupId, code, kind } }: { entry: Entry }) {
  const name = useBookNames().movement(code);
  return (
    <span className="whitespace-nowrap">
      {groupId === null ? name : <RowLink to={`/ledger/groups/${groupId}`}>{name}</RowLink>} <Kind kind={kind} />
    </span>
  );
}

function Counter({ id }: { id: string | null }) {
  const t = useT();
  return id === null ? t('books.ownedByOthers') : <AccountLink id={id} />;
}

function Statement({ account }: { account: Account }) {
  const t = useT();
  const names = useBookNames();
  const query = usePages('GET /ledger/accounts/{id}/entries', { params: { id: account.id }, query: { limit: 50 } });
  const on = (row: Entry, side: Entry['side']) => row.side === side && <Money value={row.amount} />;
  return (
    <Card
      title={t('books.statement')}
      aside={
        <TakeAway
          name={`${names.account(account.code)}-${account.id.slice(-8)}`}
          header={[
            t('books.day'),
            t('books.posted'),
            t('books.what'),
            t('books.debits'),
            t('books.credits'),
            t('books.after'),
            t('books.source'),
            t('books.group'),
          ]}
          rows={(query.rows ?? []).map((row) => [
            row.businessDate,
            row.postedAt,
            names.movement(row.code),
            row.side === 'debit' ? yuanFigure(row.amount) : null,
            row.side === 'credit' ? yuanFigure(row.amount) : null,
            yuanFigure(row.balance),
            `${row.sourceKind} ${row.sourceId}`,
            row.groupId,
          ])}
        />
      }
    >
      <Listing
        id="entries"
        query={query}
        caption={t('books.statement')}
        rowKey={(row) => row.id}
        empty={{ title: t('books.noEntries'), text: t('books.noEntriesText') }}
        columns={[
          {
            id: 'what',
            header: t('books.what'),
            rowHeader: true,
            cell: (row) => <What entry={row} />,
          },
          { id: 'day', header: t('books.day'), cell: (row) => <Day value={row.businessDate} /> },
          { id: 'counter', header: t('books.counter'), cell: (row) => <Counter id={row.counterAccountId} /> },
          { id: 'debit', header: t('books.debits'), numeric: true, cell: (row) => on(row, 'debit') },
          { id: 'credit', header: t('books.credits'), numeric: true, cell: (row) => on(row, 'credit') },
          { id: 'after', header: t('books.after'), numeric: true, cell: (row) => <Money value={row.balance} /> },
          {
            id: 'source',
            header: t('books.source'),
            cell: (row) => <Source kind={row.sourceKind} id={row.sourceId} />,
          },
        ]}
      />
    </Card>
  );
}

/** One account: what stands in it, what stood in it at a moment, and every transfer with the balance after it. */
export function AccountPage() {
  const t = useT();
  const names = useBookNames();
  const { id = '' } = useParams();
  const query = useApi('GET /ledger/accounts/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? names.account(query.data.code) : t('books.accountTitle')}
      lead={query.data?.ownerId ? <OwnerName account={query.data} /> : undefined}
      back={{ to: '/ledger/accounts', word: t('books.accounts') }}
    >
      <Whole query={query}>
        {(account) => (
          <div className="flex flex-col gap-5">
            <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
              <Standing account={account} />
              <Card title={t('books.past')}>
                <MomentBalance id={account.id} />
              </Card>
            </div>
            <Statement account={account} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
