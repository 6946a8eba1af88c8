import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { daysLate } from '../../rules/business/terms';
import type { AccountRow, MemberRow, SiteRow } from './account.sql';
import type { FrozenTerms, PapersCheckRow, PurchaseLineRow, PurchaseRow, StepRow } from './purchase.sql';
import type { CreditNoteRow, ReceivableRow } from './receivable.sql';
import type { TransferReturnRow } from './transfer-return.sql';
import type { TransferRow } from './transfer.sql';

export type OrganisationView = ResponseOf<'GET /me/organisations'>['data'][number];
export type PurchaseView = ResponseOf<'GET /purchase-orders/{id}'>;
export type PurchaseSummary = ResponseOf<'GET /organisations/{id}/purchase-orders'>['data'][number];
export type TransferView = ResponseOf<'GET /bank-transfers'>['data'][number];
export type TransferReturnView = ResponseOf<'GET /transfer-returns'>['data'][number];

export const wire = (fen: bigint): ReturnType<typeof money.toWire> => money.toWire(money.fen(fen));

const memberView = (row: MemberRow & { name: string }): OrganisationView['me'] => ({
  ...{ personId: row.person_id, name: row.name, duties: row.duties, limit: wire(row.limit_fen) },
  approvalLevel: row.approval_level,
});

const siteView = (row: SiteRow): OrganisationView['sites'][number] => ({
  ...{ id: row.id, name: row.name, regionName: row.region_name, address: row.masked.address },
  ...{ contact: row.masked.name, phone: row.masked.phone, storage: row.storage, receivingHours: row.receiving_hours },
});

export function organisationView(given: {
  row: AccountRow;
  terms: FrozenTerms;
  personId: string;
  members: readonly (MemberRow & { name: string })[];
  sites: readonly SiteRow[];
}): OrganisationView {
  const { row, terms, personId } = given;
  const members = given.members.filter((one) => one.organisation_id === row.organisation_id).map(memberView);
  return {
    ...{ id: row.organisation_id, name: row.name_zh, uscc: row.uscc, terms },
    ...{ creditLimit: wire(row.credit_limit_fen), owed: wire(row.owed_fen), underWay: wire(row.under_way_fen) },
    credit: wire(row.credit_fen),
    approvalFrom: row.approval_from_fen.map((fen) => wire(BigInt(fen))),
    me: members.find((one) => one.personId === personId)!,
    members,
    sites: given.sites.filter((one) => one.organisation_id === row.organisation_id).map(siteView),
  };
}

export function purchaseSummary(row: PurchaseRow, waitsForMe: boolean): PurchaseSummary {
  return {
    ...{ id: row.id, number: row.number, ownNumber: row.own_number, state: row.state, siteName: row.site_name },
    ...{ amount: wire(row.amount_fen), open: wire(row.open_fen), requestedBy: row.requested_by_name },
    ...{ requestedAt: row.requested_at.toISOString(), waitsForMe },
  };
}

const lineView = (row: PurchaseLineRow): PurchaseView['lines'][number] => ({
  ...{ skuId: row.sku_id, productName: row.product_name, pack: row.pack, supplierName: row.supplier_name },
  ...{ quantity: row.quantity, unitPrice: wire(row.unit_price_fen) },
  goods: wire(row.unit_price_fen * BigInt(row.quantity)),
  via: row.via,
});

const receivableView =
  (today: string) =>
  (row: ReceivableRow): PurchaseView['receivables'][number] => ({
    ...{ supplierOrderId: row.supplier_order_id, acceptedAt: row.accepted_at.toISOString(), dueOn: row.due_on },
    daysLate: row.open_fen > 0n ? daysLate(row.due_on, today) : 0,
    ...{ amount: wire(row.amount_fen), credited: wire(row.credited_fen + row.credited_paid_fen) },
    ...{ paid: wire(row.paid_fen - row.credited_paid_fen), open: wire(row.open_fen) },
  });

const creditNoteView = (row: CreditNoteRow): PurchaseView['creditNotes'][number] => ({
  ...{ id: row.id, number: row.number, supplierOrderId: row.supplier_order_id },
  ...{ amount: wire(row.amount_fen), madeAt: row.made_at.toISOString() },
});

export interface PurchaseParts {
  row: PurchaseRow;
  lines: readonly PurchaseLineRow[];
  steps: readonly StepRow[];
  receivables: readonly ReceivableRow[];
  creditNotes: readonly CreditNoteRow[];
  papers: readonly PapersCheckRow[];
  /** From which sum on each step is needed today, for the words beside it. */
  from: readonly bigint[];
  today: string;
}

function stepViews({ row, steps, from }: PurchaseParts): PurchaseView['steps'] {
  return row.levels.map((level) => {
    const done = steps.find((step) => step.level === level);
    return {
      ...{ level, from: wire(from[level - 1] ?? 0n), decision: done?.decision ?? null, by: done?.by ?? null },
      ...{ note: done?.note ?? '', at: done?.decided_at.toISOString() ?? null },
    };
  });
}

export function purchaseView(
  parts: PurchaseParts,
  reader: { waitsForMe: boolean; can: PurchaseView['can']; order: PurchaseView['order'] },
): PurchaseView {
  const { row, lines } = parts;
  const { open: _open, ...summary } = purchaseSummary(row, reader.waitsForMe);
  const goods = lines.reduce((sum, line) => sum + line.unit_price_fen * BigInt(line.quantity), 0n);
  return {
    ...summary,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    ...{ terms: row.terms, note: row.note, lines: lines.map(lineView), freight: wire(row.amount_fen - goods) },
    ...{ steps: stepViews(parts), can: reader.can, payCode: row.pay_code, order: reader.order },
    receivables: parts.receivables.map(receivableView(parts.today)),
    creditNotes: parts.creditNotes.map(creditNoteView),
    papersChecked: parts.papers.map(({ supplier_order_id: supplierOrderId, by, missing, checked_at: at }) => ({
      ...{ supplierOrderId, by, missing, at: at.toISOString() },
    })),
    issuedAt: row.issued_at?.toISOString() ?? null,
  };
}

export function transferView(row: TransferRow, reader: string): TransferView {
  const state = row.ended ?? (row.matched_at ? 'matched' : row.purchase_number === null ? 'waiting' : 'named');
  return {
    ...{ id: row.id, bankReference: row.bank_reference, receivedOn: row.received_on, amount: wire(row.amount_fen) },
    ...{
      version: row.row_version,
      payerName: row.payer_name,
      remark: row.remark,
      state,
      purchaseNumber: row.purchase_number,
    },
    organisation:
      row.organisation_id === null
        ? null
        : { id: row.organisation_id, name: row.organisation_name ?? '', credit: wire(row.credit_fen) },
    ...{ matchedBy: row.matched_by, matchedAt: row.matched_at?.toISOString() ?? null },
    ...{ enteredBy: row.entered_name, confirmedBy: row.confirmed_name },
    mayConfirm: state === 'named' && row.entered_by !== reader && row.named_by !== reader,
    used: row.used.map(({ fen, ...use }) => ({ ...use, amount: wire(BigInt(fen)) })),
  };
}

export function transferReturnView(row: TransferReturnRow, reader: string): TransferReturnView {
  const isOwn = row.proposed_by === reader;
  const asks = { proposed: isOwn ? ('withdraw' as const) : ('decide' as const), approved: 'send' as const };
  return {
    ...{ id: row.id, kind: row.kind, state: row.state, amount: wire(row.amount_fen), payee: row.payee },
    ...{ transferReference: row.transfer_reference, reason: row.reason, proposedBy: row.proposed_name },
    ...{ proposedAt: row.proposed_at.toISOString(), decidedBy: row.decided_name, decidedReason: row.decided_reason },
    bankReference: row.bank_reference,
    mine: row.state === 'proposed' || (row.state === 'approved' && row.kind !== 'reversal') ? asks[row.state] : null,
  };
}
