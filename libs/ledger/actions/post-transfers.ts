import { fail } from '@xihuo/contract';
import { must, type money } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { CHART, type AccountKey } from '../rules/chart';
import { refusalSentence, type RefusalReason } from '../rules/refusals';
import { findAccounts, openAccountsSql, postSql } from '../store/ledger.sql';

interface Booked {
  /** The same id with the same content is the same transfer; with other content it is refused. */
  id: string;
  code: string;
  /** Transfers of one group post whole or not at all; a group that was posted takes nothing more. */
  groupId: string;
  sourceKind: string;
  sourceId: string;
  ruleVersion: string;
  /** YYYY-MM-DD, Asia/Shanghai. */
  businessDate: string;
}

export interface NewTransfer extends Booked {
  debit: AccountKey;
  credit: AccountKey;
  amountFen: money.Fen;
  /** Only set aside: it counts against the limit of the account it is taken from until it is resolved. */
  aside?: {
    /** The last business day on which it may be posted; null waits for ever. */
    expiresOn: string | null;
  };
}

/** What becomes of an amount that was set aside. */
export interface Resolution extends Booked {
  pendingId: string;
  how: 'post' | 'void';
  /** Of a posting: no more than was set aside, and all of it where nothing is said. The rest is given back. */
  amountFen?: money.Fen;
}

export interface RefusedGroup {
  groupId: string;
  reason: RefusalReason;
}

const MOST_AT_ONCE = 10_000;

function keyOf({ code, ownerId }: AccountKey): string {
  return `${code}:${ownerId ?? ''}`;
}

/** Opens the accounts that are not there yet; opening one twice is opening it once. */
export async function openAccounts(tx: Tx, accounts: readonly AccountKey[]): Promise<void> {
  const wanted = [...new Map(accounts.map((account) => [keyOf(account), account])).values()];
  for (const account of wanted)
    must(CHART[account.code].owned === (account.ownerId !== null), `owner of ${account.code}`);
  await tx.sql(openAccountsSql, [
    wanted.map((account) => account.code),
    wanted.map((account) => account.ownerId),
    wanted.map((account) => CHART[account.code].constrained),
    wanted.map((account) => CHART[account.code].side),
  ]);
}

/**
 * Posts transfers through the ledger's one door. Groups that break a rule are answered with the reason and nothing of them
 * is posted; the others are.
 */
export async function postTransfers(tx: Tx, transfers: readonly (NewTransfer | Resolution)[]): Promise<RefusedGroup[]> {
  if (transfers.length === 0) return [];
  if (transfers.length > MOST_AT_ONCE) throw fail('LEDGER_CALL_TOO_LARGE');
  const idOf = await accountIds(tx, transfers);
  const refused = await tx.sql(postSql, [
    transfers.map((transfer) => transfer.id),
    transfers.map((transfer) => ('debit' in transfer ? idOf(transfer.debit) : null)),
    transfers.map((transfer) => ('credit' in transfer ? idOf(transfer.credit) : null)),
    transfers.map((transfer) => transfer.amountFen?.toString() ?? null),
    transfers.map((transfer) => transfer.code),
    transfers.map((transfer) => transfer.groupId),
    transfers.map(kindOf),
    transfers.map((transfer) => ('pendingId' in transfer ? transfer.pendingId : null)),
    transfers.map((transfer) => ('aside' in transfer ? (transfer.aside?.expiresOn ?? null) : null)),
    transfers.map((transfer) => transfer.sourceKind),
    transfers.map((transfer) => transfer.sourceId),
    transfers.map((transfer) => transfer.ruleVersion),
    transfers.map((transfer) => transfer.businessDate),
  ]);
  return refused.map((row) => ({ groupId: row.group_id, reason: row.reason }));
}

function kindOf(transfer: NewTransfer | Resolution): string {
  if ('pendingId' in transfer) return transfer.how === 'post' ? 'postPending' : 'voidPending';
  return transfer.aside ? 'pending' : 'posted';
}

async function accountIds(
  tx: Tx,
  transfers: readonly (NewTransfer | Resolution)[],
): Promise<(key: AccountKey) => string> {
  const keys = transfers.flatMap((transfer) => ('debit' in transfer ? [transfer.debit, transfer.credit] : []));
  const wanted = [...new Map(keys.map((key) => [keyOf(key), key])).values()];
  const rows = await tx.sql(findAccounts, [wanted.map((key) => key.code), wanted.map((key) => key.ownerId)]);
  const ids = new Map(rows.map((row) => [`${row.code}:${row.owner_id ?? ''}`, row.id]));
  return (key) => {
    const id = ids.get(keyOf(key));
    must(id !== undefined, `account ${keyOf(key)} is not open`);
    return id;
  };
}

/** Posts transfers that must all go through: one refused group undoes the whole transaction. */
export async function postAll(tx: Tx, transfers: readonly (NewTransfer | Resolution)[]): Promise<void> {
  const [first] = await postTransfers(tx, transfers);
  if (!first) return;
  throw fail(first.reason === 'periodClosed' ? 'LEDGER_PERIOD_CLOSED' : 'LEDGER_GROUP_REFUSED', {
    detail: first.reason,
    extra: { reason: first.reason, sentence: refusalSentence(first.reason) },
  });
}
