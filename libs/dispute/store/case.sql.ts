import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Party } from '../rules/case-facts';

export interface CaseHeadRow {
  id: string;
  order_id: string;
  order_number: string;
  supplier_order_id: string;
  supplier_id: string;
  supplier_name: string;
  buyer_id: string | null;
  buying_people: string[];
  kind: machines.disputing.DisputeKind;
  state: machines.DisputeState;
  held_fen: bigint;
  opened_at: Date;
  due_on: string | null;
  negotiate_until: string;
  waiting_for: Party | null;
  overdue_at: Date | null;
  mediator_id: string | null;
  products: string[];
}

export interface CaseRow extends CaseHeadRow {
  offer: { id: string; side: machines.disputing.DisputeSide; fen: string; words: string } | null;
  buyer_accepts: boolean;
  supplier_accepts: boolean;
  buyer_done: boolean;
  supplier_done: boolean;
  decided_by: string | null;
  decided_at: Date | null;
  decision_fen: bigint | null;
  decision_reason: string | null;
  appeal_by: Party | null;
  appealed_at: Date | null;
  appeal_statement: string | null;
  appeal_decided_at: Date | null;
  appeal_fen: bigint | null;
  appeal_reason: string | null;
  referred_by: string | null;
  referred_at: Date | null;
  authority: string | null;
  authority_reference: string | null;
  referral_reason: string | null;
  ended_at: Date | null;
  is_past_due: boolean;
  row_version: number;
  parts: { personId: string; part: string }[];
}

/** Everybody who acts for the organisation whose purchase it was; on the console one does not see of oneself that one buys elsewhere. */
export const BUYING_PEOPLE = (about: string) =>
  `array(select distinct acting.person_id from identity.role_grant_v acting
          where acting.organisation_id = (select bought.organisation_id from ordering.order_line_v bought
                                           where bought.order_id = ${about}.order_id limit 1)) as buying_people`;

const HEAD = `dispute.id, dispute.order_id, dispute.order_number, dispute.supplier_order_id, dispute.supplier_id,
          supplier.name_zh as supplier_name, dispute.buyer_id, ${BUYING_PEOPLE('dispute')}, dispute.kind, dispute.state, dispute.held_fen, dispute.opened_at,
          dispute.due_on, dispute.negotiate_until, dispute.waiting_for, dispute.overdue_at, dispute.mediator_id,
          array(select bought.product_name from dispute.case_line line join ordering.order_line_v bought on bought.id = line.line_id
                 where line.dispute_id = dispute.id order by bought.product_name, bought.id) as products`;
const FROM = `from dispute.dispute_case dispute join registry.organisation_v supplier on supplier.id = dispute.supplier_id`;

const CASE = `select ${HEAD}, dispute.buyer_accepts, dispute.supplier_accepts, dispute.buyer_done, dispute.supplier_done,
          dispute.decided_by, dispute.decided_at, dispute.decision_fen, dispute.decision_reason, dispute.appeal_by,
          dispute.appealed_at, dispute.appeal_statement, dispute.appeal_decided_at, dispute.appeal_fen, dispute.appeal_reason,
          dispute.referred_by, dispute.referred_at, dispute.authority, dispute.authority_reference, dispute.referral_reason,
          dispute.ended_at, dispute.row_version,
          coalesce(dispute.due_on < (platform.business_now() at time zone 'Asia/Shanghai')::date, false) as is_past_due,
          (select json_build_object('id', said.id, 'side', said.side, 'fen', said.offer_fen::text, 'words', said.words)
             from dispute.message said where said.id = dispute.offer_id) as offer,
          coalesce((select json_agg(json_build_object('personId', person_id, 'part', part) order by acted_at, person_id, part)
                      from dispute.case_part where dispute_id = dispute.id), '[]') as parts
     ${FROM}`;

/** $2 the order it must be of, or null; $3 the suppliers it must be of, or null. */
const ONE = `where dispute.id = $1 and ($2::uuid is null or dispute.order_id = $2)
     and ($3::uuid[] is null or dispute.supplier_id = any ($3::uuid[]))`;

export const readCase = statement<CaseRow>('dispute.read_case', `${CASE} ${ONE}`);
export const lockCase = statement<CaseRow>('dispute.lock_case', `${CASE} ${ONE} for update of dispute`);

export const casesOfOrder = statement<CaseHeadRow>(
  'dispute.cases_of_order',
  `select ${HEAD} ${FROM} where dispute.order_id = $1 order by dispute.id desc limit 100`,
);

const BY_WORDS = (words: string) => `(${words}::text is null
     or strpos(dispute.order_number, upper(translate(${words}, ' -', ''))) > 0
     or exists (select from dispute.case_line line join ordering.order_line_v bought on bought.id = line.line_id
                 where line.dispute_id = dispute.id and strpos(lower(bought.product_name), lower(${words})) > 0))`;

/** $2 which: waiting for the supplier, open, ended; $3 the place before, $5 words. */
export const casesOfSuppliers = statement<CaseHeadRow>(
  'dispute.cases_of_suppliers',
  `select ${HEAD} ${FROM}
    where dispute.supplier_id = any ($1::uuid[])
      and case $2 when 'ended' then dispute.ended_at is not null
                  when 'waiting' then dispute.ended_at is null and (dispute.waiting_for = 'supplier'
                    or (dispute.state = 'evidence' and not dispute.supplier_done) or dispute.state = 'decided')
                  else dispute.ended_at is null end
      and ($3::uuid is null or dispute.id < $3) and ${BY_WORDS('$5')}
    order by dispute.id desc limit $4`,
);

/** What is due first; $1 states, $2 only those of this mediator, $3 patterns of the counties the reader sees, $4 the place before, $6 words. */
export const caseQueue = statement<CaseHeadRow>(
  'dispute.case_queue',
  `select ${HEAD} ${FROM}
    where dispute.state = any ($1::text[]) and ($2::uuid is null or dispute.mediator_id = $2)
      and supplier.county_code like any ($3::text[])
      and (${BY_WORDS('$6')} or strpos(lower(supplier.name_zh), lower($6)) > 0)
      and ($4::uuid is null or (coalesce(dispute.due_on, 'infinity'), dispute.id) >
            (select coalesce(due_on, 'infinity'), id from dispute.dispute_case where id = $4))
    order by coalesce(dispute.due_on, 'infinity'), dispute.id limit $5`,
);

export const visibleTo = statement<{ id: string }>(
  'dispute.visible_to',
  `select dispute.id ${FROM} where dispute.id = $1 and supplier.county_code like any ($2::text[])`,
);

/** Cases past the day of their step, the oldest first; $3 and $4 the place before. */
export const dueCases = statement<{ id: string; due_on: string }>(
  'dispute.due_cases',
  `select id, due_on from dispute.dispute_case
    where ended_at is null and due_on < $1 and ($3::date is null or (due_on, id) > ($3::date, $4::uuid))
    order by due_on, id limit $2`,
);
