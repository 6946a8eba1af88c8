import { statement } from '@xihuo/platform';

/** A step: $2 the state it leads to, from one of $3; $4 the day the next one is due. Answers nothing where it has moved on. */
export const moveCase = statement<{ id: string }>(
  'dispute.move_case',
  `update dispute.dispute_case
      set state = $2, due_on = $4, waiting_for = null, overdue_at = null, row_version = row_version + 1,
          buyer_accepts = case when $2 = 'decided' then false else buyer_accepts end,
          supplier_accepts = case when $2 = 'decided' then false else supplier_accepts end,
          ended_at = case when $2 in ('executed', 'withdrawn', 'lapsed') then $5::timestamptz end
    where id = $1 and state = any ($3::text[]) returning id`,
);

/** Somebody spoke in the negotiation: now it is the other's turn, until $3. */
export const turnTo = statement(
  'dispute.turn_to',
  `update dispute.dispute_case set waiting_for = $2, due_on = least($3::date, negotiate_until), row_version = row_version + 1
    where id = $1`,
);

/** A new offer stands; whoever makes it has said yes to it. */
export const putOffer = statement(
  'dispute.put_offer',
  `update dispute.dispute_case
      set offer_id = $2, buyer_accepts = $3 = 'buyer', supplier_accepts = $3 = 'supplier', row_version = row_version + 1
    where id = $1`,
);

export const acceptBy = statement(
  'dispute.accept_by',
  `update dispute.dispute_case
      set buyer_accepts = buyer_accepts or $2 = 'buyer', supplier_accepts = supplier_accepts or $2 = 'supplier',
          row_version = row_version + 1
    where id = $1`,
);

export const doneBy = statement(
  'dispute.done_by',
  `update dispute.dispute_case
      set buyer_done = buyer_done or $2 = 'buyer', supplier_done = supplier_done or $2 = 'supplier', row_version = row_version + 1
    where id = $1`,
);

export const takeCase = statement(
  'dispute.take_case',
  'update dispute.dispute_case set mediator_id = $2, row_version = row_version + 1 where id = $1',
);

export const keepDecision = statement(
  'dispute.keep_decision',
  `update dispute.dispute_case set decided_by = $2, decided_at = $3, decision_fen = $4, decision_reason = $5 where id = $1`,
);

export const keepAppeal = statement(
  'dispute.keep_appeal',
  'update dispute.dispute_case set appeal_by = $2, appealed_at = $3, appeal_statement = $4 where id = $1',
);

export const keepAppealDecision = statement(
  'dispute.keep_appeal_decision',
  `update dispute.dispute_case set appeal_decided_by = $2, appeal_decided_at = $3, appeal_fen = $4, appeal_reason = $5 where id = $1`,
);

export const keepReferral = statement(
  'dispute.keep_referral',
  `update dispute.dispute_case
      set referred_by = $2, referred_at = $3, authority = $4, authority_reference = $5, referral_reason = $6 where id = $1`,
);

/** Late: it is anybody's again who is free to take it, and due anew. */
export const markOverdue = statement(
  'dispute.mark_overdue',
  `update dispute.dispute_case
      set overdue_at = coalesce(overdue_at, $2), mediator_id = null, due_on = $3, row_version = row_version + 1 where id = $1`,
);

export const keepRefunds = statement(
  'dispute.keep_refunds',
  `update dispute.case_line line set refund_fen = item.refund_fen
     from unnest($2::uuid[], $3::bigint[]) as item (line_id, refund_fen)
    where line.dispute_id = $1 and line.line_id = item.line_id`,
);

/** One award a case, by its primary key. */
export const insertAward = statement(
  'dispute.insert_award',
  `insert into dispute.award (dispute_id, basis, refund_fen, release_fen, ledger_group_id, rule_version, awarded_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
