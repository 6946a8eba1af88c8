import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface CaseLineRow {
  line_id: string;
  product_name: string;
  pack: string;
  quantity: number;
  amount_fen: bigint;
  claimed_fen: bigint;
  refund_fen: bigint | null;
}

export const linesOfCase = statement<CaseLineRow>(
  'dispute.lines_of_case',
  `select line.line_id, bought.product_name, bought.pack, bought.quantity, bought.amount_fen, line.claimed_fen, line.refund_fen
     from dispute.case_line line join ordering.order_line_v bought on bought.id = line.line_id
    where line.dispute_id = $1 order by bought.product_name, line.line_id`,
);

export interface MessageRow {
  id: string;
  side: machines.disputing.DisputeSide;
  words: string;
  offer_fen: bigint | null;
  files: { fileId: string; mediaType: string }[];
  at: Date;
}

export const messagesOfCase = statement<MessageRow>(
  'dispute.messages_of_case',
  `select said.id, said.side, said.words, said.offer_fen, said.at,
          coalesce((select json_agg(json_build_object('fileId', paper.file_id, 'mediaType', paper.media_type) order by place)
                      from unnest(said.file_ids) with ordinality as named (file_id, place)
                      join dispute.paper on paper.file_id = named.file_id), '[]') as files
     from dispute.message said where said.dispute_id = $1 order by said.at, said.id limit 1000`,
);

export interface AwardRow {
  basis: machines.disputing.AwardBasis;
  refund_fen: bigint;
  release_fen: bigint;
  awarded_at: Date;
  refund_state: string | null;
}

export const awardOfCase = statement<AwardRow>(
  'dispute.award_of_case',
  `select award.basis, award.refund_fen, award.release_fen, award.awarded_at,
          (select state from payment.refund_v refund where refund.source_kind = 'award' and refund.source_id = award.dispute_id)
            as refund_state
     from dispute.award where award.dispute_id = $1`,
);

export const insertMessage = statement(
  'dispute.insert_message',
  `insert into dispute.message (id, dispute_id, side, words, offer_fen, file_ids, person_id, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export const insertPapers = statement(
  'dispute.insert_papers',
  `insert into dispute.paper (file_id, dispute_id, side, media_type, pages, kept_at)
   select file_id, $2, $3, $4, $5, $6 from unnest($1::uuid[]) as file_id`,
);

/** Those of a claim, each with what it is. */
export const insertPapersOfClaim = statement(
  'dispute.insert_papers_of_claim',
  `insert into dispute.paper (file_id, dispute_id, side, media_type, pages, kept_at)
   select file_id, $3, 'buyer', media_type, 1, $4 from unnest($1::uuid[], $2::text[]) as photo (file_id, media_type)`,
);

export const countPapers = statement<{ papers: number }>(
  'dispute.count_papers',
  'select count(*)::integer as papers from dispute.paper where dispute_id = $1 and side = $2',
);

/** Of the named files those that this side has not handed in to this case. */
export const strangePapers = statement<{ file_id: string }>(
  'dispute.strange_papers',
  `select file_id from unnest($1::uuid[]) as named (file_id)
    where not exists (select from dispute.paper where paper.file_id = named.file_id and dispute_id = $2 and side = $3)`,
);

export const paperOfCase = statement<{ file_id: string; media_type: string }>(
  'dispute.paper_of_case',
  'select file_id, media_type from dispute.paper where dispute_id = $1 and file_id = $2',
);

export const insertPart = statement(
  'dispute.insert_part',
  `insert into dispute.case_part (dispute_id, person_id, part, acted_at) values ($1, $2, $3, $4) on conflict do nothing`,
);

export const insertCase = statement(
  'dispute.insert_case',
  `with opened as (
     insert into dispute.dispute_case (id, order_id, order_number, supplier_order_id, supplier_id, buyer_id, kind, held_fen, opened_at,
                                       due_on, negotiate_until, waiting_for, offer_id, buyer_accepts, after_sale_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'supplier', $12, true, $15) returning id
   )
   insert into dispute.case_line (dispute_id, line_id, claimed_fen)
   select opened.id, line_id, claimed_fen from opened, unnest($13::uuid[], $14::bigint[]) as item (line_id, claimed_fen)`,
);

export interface DisputableRow {
  line_id: string;
  supplier_order_id: string;
  supplier_name: string;
  product_name: string;
  pack: string;
  quantity: number;
  amount_fen: bigint;
  free_fen: bigint;
}

/** Lines of an order whose goods are out and whose money is not let go: what of each is neither held nor given back. */
export const disputableLines = statement<DisputableRow>(
  'dispute.disputable_lines',
  `select line.id as line_id, line.supplier_order_id, supplier.name_zh as supplier_name, line.product_name, line.pack,
          line.quantity, line.amount_fen, money.free_fen
     from ordering.order_line_v line
     join ordering.line_money_v money on money.line_id = line.id
     join registry.organisation_v supplier on supplier.id = line.supplier_id
    where line.order_id = $1 and line.state in ('shipped', 'received') and not money.held and money.free_fen > 0
    order by supplier.name_zh, line.product_name, line.id`,
);

export const peopleOfSupplier = statement<{ person_id: string }>(
  'dispute.people_of_supplier',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $1 order by person_id`,
);

/** Whether an order is sent to a phone of somebody of supplier $2: whoever buys as a guest is known by it. */
export const isSentToOwn = statement<{ own: boolean }>(
  'dispute.is_sent_to_own',
  `select exists (select from ordering.order_phone_v bought join identity.phone_v phone using (phone_index)
                    join identity.role_grant_v held on held.person_id = phone.person_id
                   where bought.order_id = $1 and held.role = 'supplier' and held.organisation_id = $2) as own`,
);

export const mediators = statement<{ person_id: string; own: string[] }>(
  'dispute.mediators',
  `select person_id, array(select organisation_id from identity.role_grant_v other
                            where other.person_id = mediator.person_id and organisation_id is not null) as own
     from (select distinct person_id from identity.role_grant_v where role = 'mediator') mediator order by person_id`,
);

export interface EscalatedClaim {
  id: string;
  order_id: string;
  supplier_order_id: string;
  kind: string;
  reason: string;
  words: string;
  answer: string | null;
  photo_ids: string[];
  photo_types: string[];
  lines: { lineId: string; fen: string }[];
}

/** A claim that was handed over, with the lines for which money is wanted. */
export const escalatedClaim = statement<EscalatedClaim>(
  'dispute.escalated_claim',
  `select claim.*, (select coalesce(json_agg(json_build_object('lineId', line_id, 'fen', amount_fen::text) order by line_id), '[]')
                      from ordering.after_sale_line_v line where line.case_id = claim.id and line.amount_fen > 0) as lines
     from ordering.after_sale_claim_v claim where claim.id = $1`,
);
