import { statement } from '@xihuo/platform';
import type { RefusalReason } from '../rules/refusals';

export const openAccountsSql = statement(
  'ledger.open_accounts',
  'select ledger.open_accounts($1::text[], $2::uuid[], $3::boolean[], $4::text[])',
);

/** Those with an owner and those without, each by the index: a comparison that knows nulls would compare all accounts of a code with each. */
export const findAccounts = statement<{ id: string; code: string; owner_id: string | null }>(
  'ledger.find_accounts',
  `with wanted as materialized (select distinct * from unnest($1::text[], $2::uuid[]) as named (code, owner_id))
   select account.id, account.code, account.owner_id
     from wanted join ledger.account on account.code = wanted.code and account.owner_id = wanted.owner_id
   union all
   select account.id, account.code, account.owner_id
     from wanted join ledger.account on account.code = wanted.code and account.owner_id is null
    where wanted.owner_id is null`,
);

export const postSql = statement<{ group_id: string; reason: RefusalReason }>(
  'ledger.post',
  `select * from ledger.post($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::uuid[], $7::text[], $8::uuid[],
                             $9::date[], $10::text[], $11::uuid[], $12::text[], $13::date[])`,
);

/** Sum of an account from its transfers: what its balance row, where it has one, must equal. */
export const replayBalance = statement<{ debits: bigint; credits: bigint }>(
  'ledger.replay_balance',
  `select coalesce(sum(amount_fen) filter (where debit_account = $1 and kind in ('posted', 'postPending')), 0)::bigint as debits,
          coalesce(sum(amount_fen) filter (where credit_account = $1 and kind in ('posted', 'postPending')), 0)::bigint as credits
     from ledger.transfer where debit_account = $1 or credit_account = $1`,
);
