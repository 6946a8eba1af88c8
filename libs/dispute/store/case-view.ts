import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { CaseFacts, Party, Viewer } from '../rules/case-facts';
import { actsOf } from '../rules/may-act';
import type { AwardRow, CaseLineRow, MessageRow } from './case-file.sql';
import type { CaseHeadRow, CaseRow } from './case.sql';

export type CaseView = ResponseOf<'GET /orders/{id}/disputes/{disputeId}'>;
export type CaseHead = ResponseOf<'GET /orders/{id}/disputes'>['data'][number];

const wire = (fen: bigint) => money.toWire(money.fen(fen));
const both = (buyer: boolean, supplier: boolean): Party[] => [
  ...(buyer ? (['buyer'] as const) : []),
  ...(supplier ? (['supplier'] as const) : []),
];

export function factsOf(row: CaseRow): CaseFacts {
  return {
    state: row.state,
    isPastDue: row.is_past_due,
    supplierId: row.supplier_id,
    buyerId: row.buyer_id,
    buyingPeople: row.buying_people,
    offer: row.offer,
    accepted: { buyer: row.buyer_accepts, supplier: row.supplier_accepts },
    evidenceDone: { buyer: row.buyer_done, supplier: row.supplier_done },
    mediatorId: row.mediator_id,
    decidedBy: row.decided_by,
    appealBy: row.appeal_by,
    referredBy: row.referred_by,
    parts: row.parts,
  };
}

export function caseHead(row: CaseHeadRow): CaseHead {
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    kind: row.kind,
    state: row.state,
    held: wire(row.held_fen),
    openedAt: row.opened_at.toISOString(),
    dueOn: row.due_on,
    waitingFor: row.waiting_for,
    overdueSince: row.overdue_at?.toISOString() ?? null,
    products: row.products,
  };
}

interface CaseFile {
  readonly row: CaseRow;
  readonly lines: readonly CaseLineRow[];
  readonly messages: readonly MessageRow[];
  readonly award: AwardRow | undefined;
}

/** The case file as one of them sees it: the same facts for all, with what each may do now. */
export function caseView({ row, lines, messages, award }: CaseFile, viewer: Viewer): CaseView {
  return {
    ...caseHead(row),
    version: row.row_version,
    lines: lines.map((line) => ({
      lineId: line.line_id,
      productName: line.product_name,
      pack: line.pack,
      quantity: line.quantity,
      paid: wire(line.amount_fen),
      claimed: wire(line.claimed_fen),
      refund: line.refund_fen === null ? null : wire(line.refund_fen),
    })),
    offer: row.offer && {
      id: row.offer.id,
      side: row.offer.side,
      refund: wire(BigInt(row.offer.fen)),
      words: row.offer.words,
      accepted: row.state === 'decided' ? [] : both(row.buyer_accepts, row.supplier_accepts),
    },
    messages: messages.map((said) => ({
      id: said.id,
      side: said.side,
      words: said.words,
      offer: said.offer_fen === null ? null : wire(said.offer_fen),
      files: said.files,
      at: said.at.toISOString(),
    })),
    evidenceDone: both(row.buyer_done, row.supplier_done),
    ...judgements(row),
    award: award
      ? {
          basis: award.basis,
          refund: wire(award.refund_fen),
          release: wire(award.release_fen),
          awardedAt: award.awarded_at.toISOString(),
          refundState: award.refund_state,
        }
      : null,
    endedAt: row.ended_at?.toISOString() ?? null,
    may: actsOf(factsOf(row), viewer),
  };
}

function judgements(row: CaseRow): Pick<CaseView, 'decision' | 'appeal' | 'referral'> {
  return {
    decision: judgement(row.decision_fen, row.decision_reason, row.decided_at),
    appeal:
      row.appeal_by === null
        ? null
        : {
            by: row.appeal_by,
            statement: row.appeal_statement!,
            filedAt: row.appealed_at!.toISOString(),
            decision: judgement(row.appeal_fen, row.appeal_reason, row.appeal_decided_at),
          },
    referral:
      row.referred_at === null
        ? null
        : {
            authority: row.authority!,
            reference: row.authority_reference!,
            reason: row.referral_reason!,
            referredAt: row.referred_at.toISOString(),
          },
  };
}

function judgement(fen: bigint | null, reason: string | null, at: Date | null): CaseView['decision'] {
  return fen === null ? null : { refund: wire(fen), reason: reason!, decidedAt: at!.toISOString() };
}
