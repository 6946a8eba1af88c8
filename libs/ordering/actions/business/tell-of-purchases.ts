import { time } from '@xihuo/kernel';
import type { Notices, Tx } from '@xihuo/platform';
import { approvalFault } from '../../rules/business/approvals';
import { yuan } from '../../rules/yuan';
import { toldPurchases, type ToldPurchase } from '../../store/business/told-purchases.sql';

type Notice = Parameters<Notices['tellEach']>[1][number];

export interface PurchaseNews {
  readonly eventId: string;
  readonly purchaseOrderId: string;
  /** What happened: it waits for this step, was issued, or ended. */
  readonly news: { readonly waits: number } | 'issued' | 'ended';
}

/**
 * Tells of purchase orders whoever has to act or has waited: approvers of the step they wait for, who asked for them, and, where goods
 * are paid first, who pays. However many there are, one look and one insert.
 */
export async function tellOfPurchases(tx: Tx, notices: Notices, all: readonly PurchaseNews[]): Promise<void> {
  const rows = await tx.sql(toldPurchases, [all.map((one) => one.purchaseOrderId)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  await notices.tellEach(
    tx,
    all.flatMap((one) => {
      const row = byId.get(one.purchaseOrderId);
      return row ? noticesOf(one, row).map((notice) => ({ ...notice, about: `purchase:${row.id}` as const })) : [];
    }),
  );
}

function noticesOf({ eventId, news }: PurchaseNews, row: ToldPurchase): Omit<Notice, 'about'>[] {
  const key = `purchase:${eventId}`;
  if (typeof news === 'object') {
    // Decided, taken back or at another step by now: nobody is asked for what needs nobody.
    if (row.state !== 'awaitingApproval') return [];
    const approvers = approversOf(row, news.waits);
    if (approvers.length === 0) return managersOf(row).map((personId) => ({ personId, key, ...unattended(row) }));
    return approvers.map((personId) => ({ personId, key, ...waiting(row) }));
  }
  if (news === 'ended') {
    if (row.state === 'rejected') return askersOf(row).map((personId) => ({ personId, key, ...rejected(row) }));
    return approversOf(row, 1).map((personId) => ({ personId, key, ...withdrawn(row) }));
  }
  const asked = row.has_chain ? askersOf(row).map((personId) => ({ personId, key, ...issued(row) })) : [];
  const payers = membersWith(row, 'pay');
  const hear = payers.length > 0 ? payers : managersOf(row);
  return [...asked, ...(row.pays_first ? hear.map((id) => ({ personId: id, key: `${key}:pay`, ...toPay(row) })) : [])];
}

/** Whoever asked for it, as long as they act for the organisation; else whoever orders for it now. */
function askersOf(row: ToldPurchase): string[] {
  const isThere = row.members.some((member) => member.person_id === row.requested_by);
  return isThere ? [row.requested_by] : membersWith(row, 'order');
}

const membersWith = (row: ToldPurchase, duty: string): string[] =>
  row.members.filter(({ duties }) => duties.includes(duty)).map((member) => member.person_id);

/** Who can give a duty that nobody has to somebody; where nobody manages the organisation, everybody who acts for it. */
function managersOf(row: ToldPurchase): string[] {
  const managers = membersWith(row, 'manage');
  return managers.length > 0 ? managers : row.members.map((member) => member.person_id);
}

function approversOf(row: ToldPurchase, level: number): string[] {
  const order = { requestedBy: row.requested_by, decidedBy: row.decided_by, nextLevel: level };
  return row.members
    .filter(
      ({ person_id: personId, duties, level: own }) => approvalFault({ personId, duties, level: own }, order) === null,
    )
    .map((member) => member.person_id);
}

const said = (zh: string, en: string) => ({ zh, en });

const waiting = (row: ToldPurchase) => ({
  title: said('有采购单待您审批', 'A purchase order waits for your approval'),
  body: said(
    `${row.organisation_name} 采购单 ${row.number}，${yuan(row.amount_fen)}，${row.requested_by_name} 提交。`,
    `${row.organisation_name}: purchase order ${row.number} of ${yuan(row.amount_fen)}, asked for by ${row.requested_by_name}.`,
  ),
});

const unattended = (row: ToldPurchase) => ({
  title: said('采购单没有人能审批', 'Nobody can approve a purchase order'),
  body: said(
    `${row.organisation_name} 采购单 ${row.number}，${yuan(row.amount_fen)}，待审批，但没有成员能审批这一级；请在成员页面指定审批人。`,
    `${row.organisation_name}: purchase order ${row.number} of ${yuan(row.amount_fen)} waits for an approval that none of your members may give. Name an approver on the members page.`,
  ),
});

const rejected = (row: ToldPurchase) => ({
  title: said('采购单未获批准', 'Your purchase order was rejected'),
  body: said(
    `采购单 ${row.number}（${yuan(row.amount_fen)}）未获批准：${row.note}`,
    `Purchase order ${row.number} of ${yuan(row.amount_fen)} was rejected: ${row.note}`,
  ),
});

const withdrawn = (row: ToldPurchase) => ({
  title: said('采购单已撤回', 'A purchase order was withdrawn'),
  body: said(
    `${row.requested_by_name} 撤回了采购单 ${row.number}，无需再审批。`,
    `${row.requested_by_name} withdrew purchase order ${row.number}: nothing is left to approve.`,
  ),
});

const issued = (row: ToldPurchase) => ({
  title: said('采购单已生效', 'Your purchase order was issued'),
  body: said(
    `采购单 ${row.number}（${yuan(row.amount_fen)}）审批通过，${row.pays_first ? '付款后供应商发货。' : '供应商将安排发货。'}`,
    `Purchase order ${row.number} of ${yuan(row.amount_fen)} is approved; ${row.pays_first ? 'it ships once it is paid.' : 'the suppliers may ship.'}`,
  ),
});

const toPay = (row: ToldPurchase) => {
  const day = row.pay_by === null ? '' : time.businessDate(row.pay_by);
  return {
    title: said('采购单待付款', 'A purchase order is to be paid'),
    body: said(
      `采购单 ${row.number}，${yuan(row.amount_fen)}，请于 ${day} 前付款：在采购单页面在线付款，或银行转账并在附言写明付款码 ${row.pay_code}；到账核对后发货。`,
      `Purchase order ${row.number}: pay ${yuan(row.amount_fen)} by ${day}: online on its page, or by bank transfer with the code ${row.pay_code} in the remark. It ships once the money is there.`,
    ),
  };
};
