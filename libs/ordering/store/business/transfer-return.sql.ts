import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { creditFen } from './transfer.sql';

export interface TransferReturnRow {
  id: string;
  kind: machines.buying.TransferReturnKind;
  state: machines.buying.TransferReturnState;
  transfer_id: string | null;
  organisation_id: string | null;
  amount_fen: bigint;
  payee: string;
  transfer_reference: string | null;
  reason: string;
  proposed_by: string;
  proposed_name: string;
  proposed_at: Date;
  decided_name: string | null;
  decided_reason: string | null;
  bank_reference: string | null;
}

const RETURN = `
  select back.id, back.kind, back.state, back.transfer_id, back.organisation_id, back.amount_fen, back.reason, back.proposed_by, back.proposed_at,
         coalesce(organisation.name_zh, item.payer_name) as payee, item.bank_reference as transfer_reference,
         coalesce(proposer.display_name, '') as proposed_name, decider.display_name as decided_name, back.decided_reason, back.bank_reference
    from ordering.transfer_return back
    left join ordering.bank_transfer item on item.id = back.transfer_id
    left join registry.organisation_v organisation on organisation.id = coalesce(back.organisation_id, item.organisation_id)
    left join identity.person_v proposer on proposer.id = back.proposed_by
    left join identity.person_v decider on decider.id = back.decided_by`;

export const returnById = statement<TransferReturnRow>(
  'ordering.transfer_return_by_id',
  `${RETURN} where back.id = $1`,
);

export const returnList = statement<TransferReturnRow>(
  'ordering.transfer_return_list',
  `${RETURN} where ($1::uuid is null or back.id < $1) and ($3::text is null or back.state = $3) order by back.id desc limit $2`,
);

/** Nothing where one about the same transfer waits for its decision. */
export const insertReturn = statement<{ id: string }>(
  'ordering.insert_transfer_return',
  `insert into ordering.transfer_return (id, kind, transfer_id, organisation_id, amount_fen, reason, state, proposed_by, proposed_at)
   values ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8)
   on conflict (transfer_id) where state = 'proposed' do nothing returning id`,
);

export type HeldReturn = Pick<
  TransferReturnRow,
  'id' | 'kind' | 'state' | 'transfer_id' | 'organisation_id' | 'amount_fen' | 'proposed_by'
>;

export const lockReturn = statement<HeldReturn>(
  'ordering.lock_transfer_return',
  `select id, kind, state, transfer_id, organisation_id, amount_fen, proposed_by from ordering.transfer_return where id = $1 for update`,
);

/** $5: whose account it was booked on; null where nothing was. */
export const decideReturn = statement<{ id: string }>(
  'ordering.decide_transfer_return',
  `update ordering.transfer_return set state = $2, decided_by = $3, decided_at = $4, organisation_id = $5, decided_reason = $6
    where id = $1 and state = 'proposed' returning id`,
);

export const sendReturn = statement<{ id: string }>(
  'ordering.send_transfer_return',
  `update ordering.transfer_return set state = 'sent', bank_reference = $2, sent_at = $3 where id = $1 and state = 'approved' returning id`,
);

/** What stands to the credit of organisation $1, by the books; nothing where no such organisation has an account. */
export const creditNow = statement<{ fen: bigint }>(
  'ordering.credit_now',
  `select ${creditFen('account.organisation_id')} as fen from ordering.business_account account where account.organisation_id = $1`,
);
