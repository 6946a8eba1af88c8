import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { cursorAt, pageOf, placeIn, type Database } from '@xihuo/platform';
import { accountAt, accountNow, accountPage, closingPage, entryPage, groupOf, trialBalance } from '../store/books.sql';
import { accountView, balanceOf, closingView, entryView, groupEntryView } from '../store/book-views';

/** Debits and credits by kind of account at the end of a business day, in fen. */
export async function readTrialBalance(
  database: Database,
  through: string,
): Promise<ResponseOf<'GET /ledger/trial-balance'>> {
  const [rows, [closing]] = await Promise.all([
    database.read(trialBalance, [through]),
    database.read(closingPage, [null, 1]),
  ]);
  const sum = (side: 'debits_fen' | 'credits_fen') =>
    money.toWire(money.fen(rows.reduce((all, row) => all + row[side], 0n)));
  return {
    through,
    closedThrough: closing?.closed_through ?? null,
    debits: sum('debits_fen'),
    credits: sum('credits_fen'),
    rows: rows.map((row) => ({
      code: row.code,
      accounts: row.accounts,
      debits: money.toWire(money.fen(row.debits_fen)),
      credits: money.toWire(money.fen(row.credits_fen)),
      balance: balanceOf(row),
      normalSide: row.normal_side,
    })),
  };
}

/** @param seesOwned whether accounts of suppliers and households are for this reader */
export async function listAccounts(
  database: Database,
  seesOwned: boolean,
  { code, owner, cursor, limit }: InputOf<'GET /ledger/accounts'>['query'],
): Promise<ResponseOf<'GET /ledger/accounts'>> {
  const rows = await database.read(accountPage, [code ?? null, owner ?? null, seesOwned, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, accountView);
}

/** What `ledger.balance_at` says of a moment before which somebody may still post. */
const MOMENT_OPEN = 'XL003';

/** @throws ProblemError NOT_FOUND, LEDGER_MOMENT_OPEN where somebody may still post before that moment */
export async function readAccount(
  database: Database,
  seesOwned: boolean,
  id: string,
  at: string | undefined,
): Promise<ResponseOf<'GET /ledger/accounts/{id}'>> {
  const [row] =
    at === undefined
      ? await database.read(accountNow, [id, seesOwned])
      : await database.read(accountAt, [id, seesOwned, at]).catch((error: { code?: string }) => {
          throw error.code === MOMENT_OPEN ? fail('LEDGER_MOMENT_OPEN') : error;
        });
  if (!row) throw fail('NOT_FOUND');
  return { ...accountView(row), at: row.at.toISOString() };
}

/** Newest first. A cursor names a transaction and a transfer, so that a page stays what it was while others are posted. */
export async function listEntries(
  database: Database,
  seesOwned: boolean,
  id: string,
  { cursor, limit }: InputOf<'GET /ledger/accounts/{id}/entries'>['query'],
): Promise<ResponseOf<'GET /ledger/accounts/{id}/entries'>> {
  const [account] = await database.read(accountNow, [id, seesOwned]);
  if (!account) throw fail('NOT_FOUND');
  const [writtenBy = null, before = null] = placeIn(cursor, 'entry')?.split(':') ?? [];
  const rows = await database.read(entryPage, [id, writtenBy, before, limit + 1, seesOwned]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(entryView),
    nextCursor: rows.length > limit && last ? cursorAt(`${last.written_by}:${last.id}`) : null,
  };
}

/** @throws ProblemError NOT_FOUND */
export async function readGroup(
  database: Database,
  seesOwned: boolean,
  id: string,
): Promise<ResponseOf<'GET /ledger/groups/{id}'>> {
  const rows = await database.read(groupOf, [id, seesOwned]);
  if (rows.length === 0) throw fail('NOT_FOUND');
  return { id, transfers: rows.map(groupEntryView) };
}

export async function listClosings(
  database: Database,
  { cursor, limit }: InputOf<'GET /ledger/closings'>['query'],
): Promise<ResponseOf<'GET /ledger/closings'>> {
  const rows = await database.read(closingPage, [placeIn(cursor, 'day'), limit + 1]);
  return pageOf(rows, limit, (row) => row.closed_through, closingView);
}
