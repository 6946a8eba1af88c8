import type { Notices, Tx } from '@xihuo/platform';
import { yuan } from '../../rules/yuan';
import { toldTransfers, type ToldTransfer } from '../../store/business/told-purchases.sql';

/**
 * Tells who pays for an organisation, and finance, of money that came for an order that had ended: it pays the next one, or goes back.
 * One look and one insert, however many there are.
 */
export async function tellOfUnused(tx: Tx, notices: Notices, transferIds: readonly string[]): Promise<void> {
  const rows = await tx.sql(toldTransfers, [transferIds]);
  await notices.tellEach(tx, rows.flatMap(noticesOf));
}

function noticesOf({ transfer_id: id, payers, finance, ...row }: ToldTransfer) {
  const key = `transferUnused:${id}`;
  const { organisation_name: name, purchase_number: number } = row;
  const sum = yuan(row.amount_fen);
  const ours = {
    title: { zh: '到账的采购单已取消', en: 'A payment came for a cancelled purchase order' },
    body: {
      zh: `${name} 采购单 ${number} 已取消，到账 ${sum} 留作账上余额，可用于下一张采购单；如需退回，请联系平台财务。`,
      en: `${name}: purchase order ${number} was cancelled. The ${sum} that came stand to your credit and pay your next order; ask the platform's finance to send them back.`,
    },
  };
  const theirs = {
    title: { zh: '到账的采购单已取消', en: 'A payment came for a cancelled purchase order' },
    body: {
      zh: `${name} 采购单 ${number} 已取消，到账 ${sum} 记入单位余额。单位不再使用的，请在“对公转账”中退回。`,
      en: `${name}: purchase order ${number} was cancelled, and ${sum} stand to its credit. Send back under “Bank transfers” what it does not use.`,
    },
  };
  return [
    ...payers.map((personId) => ({ personId, key, about: `purchase:${row.purchase_order_id}` as const, ...ours })),
    ...finance
      .filter((personId) => !payers.includes(personId))
      .map((personId) => ({
        ...{ personId, key, about: 'transfers:unused' as const },
        ...theirs,
      })),
  ];
}
