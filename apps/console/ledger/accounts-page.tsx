import { Badge, Money, useApi, usePages } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { useToday } from '../admission/watching/today';
import { Listing } from '../frame/listing';
import { RowLink, Views } from '../frame/views';
import { useT } from '../words';
import { yuanFigure } from './csv';
import { BooksPage, TakeAway } from './frame';
import { OwnerName, useBookNames } from './names';

/** The kinds that hold something: read from the books, so that a new kind has its tab without anybody adding it. */
function useKinds(): readonly string[] {
  const today = useToday();
  const query = { through: today ?? '' };
  const { data } = useApi('GET /ledger/trial-balance', { query }, { enabled: today !== undefined });
  return data?.rows.map(({ code }) => code) ?? [];
}

/** Accounts by kind, each with what has gone through it and what is left. */
export function AccountsPage() {
  const t = useT();
  const names = useBookNames();
  const kinds = useKinds();
  const [search] = useSearchParams();
  const kind = search.get('kind') ?? '';
  const query = usePages('GET /ledger/accounts', { query: kind === '' ? {} : { code: kind } });
  return (
    <BooksPage
      title={t('books.accounts')}
      lead={t('books.accountsLead')}
      actions={
        <TakeAway
          name={kind === '' ? t('books.accounts') : names.account(kind)}
          header={[t('books.kind'), t('books.owner'), t('books.debits'), t('books.credits'), t('books.balance')]}
          rows={(query.rows ?? []).map((row) => [
            names.account(row.code),
            row.ownerId,
            yuanFigure(row.debits),
            yuanFigure(row.credits),
            yuanFigure(row.balance),
          ])}
        />
      }
    >
      <Views
        name="kind"
        label={t('books.kinds')}
        views={[{ value: '', word: t('list.all') }, ...kinds.map((value) => ({ value, word: names.account(value) }))]}
      />
      <Listing
        id="accounts"
        query={query}
        caption={t('books.accounts')}
        rowKey={(row) => row.id}
        empty={{ title: t('books.noAccounts'), text: t('books.noAccountsText') }}
        columns={[
          {
            id: 'code',
            header: t('books.kind'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/ledger/accounts/${row.id}`}>{names.account(row.code)}</RowLink>,
          },
          { id: 'owner', header: t('books.owner'), cell: (row) => <OwnerName account={row} /> },
          { id: 'debits', header: t('books.debits'), numeric: true, cell: (row) => <Money value={row.debits} /> },
          { id: 'credits', header: t('books.credits'), numeric: true, cell: (row) => <Money value={row.credits} /> },
          { id: 'balance', header: t('books.balance'), numeric: true, cell: (row) => <Money value={row.balance} /> },
          {
            id: 'floor',
            header: t('books.floor'),
            cell: (row) => (row.constrained ? <Badge tone="info">{t('books.neverBelow')}</Badge> : t('list.notYet')),
          },
        ]}
      />
    </BooksPage>
  );
}
