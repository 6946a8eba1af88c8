import { statement } from '@xihuo/platform';

export interface AccountRow {
  id: string;
  code: string;
  owner_id: string | null;
  normal_side: 'debit' | 'credit';
  constrained: boolean;
  debits_fen: bigint;
  credits_fen: bigint;
}

/** $1 code, $2 owner, $3 owned ones as well, $4 after, $5 rows. */
export const accountPage = statement<AccountRow>(
  'ledger.account_page',
  `select account.id, account.code, account.owner_id, account.normal_side, account.constrained, sums.debits_fen, sums.credits_fen
     from (select * from ledger.account_v
            where ($1::text is null or code = $1) and ($2::uuid is null or owner_id = $2) and (owner_id is null or $3)
              and ($4::uuid is null or id > $4)
            order by id limit $5) account
    cross join lateral ledger.balance_now(account.id) sums
    order by account.id`,
);

export const accountNow = statement<AccountRow & { at: Date }>(
  'ledger.account_now',
  `select account.id, account.code, account.owner_id, account.normal_side, account.constrained, sums.debits_fen, sums.credits_fen,
          clock_timestamp() as at
     from ledger.account_v account cross join lateral ledger.balance_now(account.id) sums
    where account.id = $1 and (account.owner_id is null or $2)`,
);

export const accountAt = statement<AccountRow & { at: Date }>(
  'ledger.account_at',
  `select account.id, account.code, account.owner_id, account.normal_side, account.constrained, sums.debits_fen, sums.credits_fen,
          $3::timestamptz as at
     from ledger.account_v account cross join lateral ledger.balance_at(account.id, $3) sums
    where account.id = $1 and (account.owner_id is null or $2)`,
);

export interface EntryRow {
  id: string;
  written_by: string;
  posted_at: Date;
  business_date: string;
  code: string;
  kind: 'posted' | 'pending' | 'postPending' | 'voidPending' | 'expirePending';
  side: 'debit' | 'credit';
  amount_fen: bigint;
  counter_account: string | null;
  group_id: string | null;
  source_kind: string;
  source_id: string;
  rule_version: string;
  balance_fen: bigint;
}

/**
 * $2 and $3 the place of the page before; the very last place where there is none. Where $5 says that owned accounts are not for this
 * reader, neither they nor groups that touch one are named: both would lead nowhere.
 */
export const entryPage = statement<EntryRow>(
  'ledger.entry_page',
  `select entry.id, written_by::text, posted_at, business_date::text, entry.code, kind, side, amount_fen,
          case when $5 or counter.owner_id is null then counter_account end as counter_account,
          case when $5 or not exists (
                 select from ledger.transfer_v transfer
                   join ledger.account_v touched on touched.id in (transfer.debit_account, transfer.credit_account)
                  where transfer.group_id = entry.group_id and touched.owner_id is not null)
               then group_id end as group_id,
          source_kind, source_id, rule_version, balance_fen
     from ledger.statement($1, coalesce($2::xid8, '18446744073709551615'), coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), $4) entry
     join ledger.account_v counter on counter.id = entry.counter_account
    order by entry.written_by desc, entry.id desc`,
);

export interface GroupRow {
  id: string;
  code: string;
  kind: EntryRow['kind'];
  amount_fen: bigint;
  debit_account: string;
  credit_account: string;
  debit_code: string;
  credit_code: string;
  source_kind: string;
  source_id: string;
  rule_version: string;
  business_date: string;
  posted_at: Date;
}

/** Nothing where the group touches an owned account and $2 says that those are not for this reader. */
export const groupOf = statement<GroupRow>(
  'ledger.group_of',
  `select transfer.id, transfer.code, transfer.kind, transfer.amount_fen, transfer.debit_account, transfer.credit_account,
          debit.code as debit_code, credit.code as credit_code, transfer.source_kind, transfer.source_id, transfer.rule_version,
          transfer.business_date::text, transfer.posted_at
     from ledger.transfer_v transfer
     join ledger.account_v debit on debit.id = transfer.debit_account
     join ledger.account_v credit on credit.id = transfer.credit_account
    where transfer.group_id = $1 and ($2 or (debit.owner_id is null and credit.owner_id is null))
    order by transfer.leg`,
);

export interface TrialRow {
  code: string;
  normal_side: 'debit' | 'credit';
  accounts: number;
  debits_fen: bigint;
  credits_fen: bigint;
}

export const trialBalance = statement<TrialRow>(
  'ledger.trial_balance',
  `select account.code, account.normal_side, count(*)::int as accounts, sum(sums.debits_fen)::bigint as debits_fen,
          sum(sums.credits_fen)::bigint as credits_fen
     from ledger.trial_balance($1::date) sums join ledger.account_v account on account.id = sums.account_id
    group by account.code, account.normal_side order by account.code`,
);

export interface ClosingRow {
  closed_through: string;
  closed_at: Date;
  closed_by: string;
}

export const closingPage = statement<ClosingRow>(
  'ledger.closing_page',
  `select closed_through::text, closed_at, closed_by from ledger.closed_period_v
    where $1::date is null or closed_through < $1 order by closed_through desc limit $2`,
);

export const closePeriodSql = statement<{ accounts: bigint }>(
  'ledger.close_period',
  'select ledger.close_period($1::date, $2::date, $3) as accounts',
);

export const foldSql = statement<{ folded: number }>('ledger.fold', 'select ledger.fold() as folded');

export const expireDueSql = statement<{ expired: number }>(
  'ledger.expire_due',
  'select ledger.expire_due($1::date, $2) as expired',
);
