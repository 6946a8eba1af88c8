import { money } from '@xihuo/kernel';
import { openAccounts, postAll } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { lockAccounts } from '../../store/business/account.sql';
import { openReceivables, partsOnAccount, settleOrders, useCredit } from '../../store/business/receivable.sql';
import { markOrdersPaid } from '../mark-orders-paid';
import { booked, CLEARING, creditOf, owedBy } from './books';
import { billPaidFirst } from './pay-ahead';

/**
 * Those of these parts that are on terms or were paid first by transfer, with whose they are, in order; their accounts are held from here on. Before anything is
 * counted or booked for them: whoever is paid back, received or transferred meanwhile comes before or after, never between.
 */
export async function holdAccountsOf(
  tx: Tx,
  supplierOrderIds: readonly string[],
): Promise<{ parts: ReadonlySet<string>; organisations: readonly string[] }> {
  const rows = await tx.sql(partsOnAccount, [supplierOrderIds]);
  const organisations = [...new Set(rows.map((row) => row.organisation_id))].sort();
  if (organisations.length > 0) await tx.sql(lockAccounts, [organisations]);
  return { parts: new Set(rows.map((row) => row.supplier_order_id)), organisations };
}

/** A part was the last thing open of its order and is over without a bill: an order on terms is paid then. */
export async function settlePart(tx: Tx, supplierOrderId: string): Promise<void> {
  const { organisations } = await holdAccountsOf(tx, [supplierOrderId]);
  for (const organisationId of organisations) await settle(tx, organisationId);
}

/**
 * Parts that were received in this transaction: those on terms are owed from now on, in the books too, and paid at once with what
 * stands to the organisation's credit. The others were paid before; for them this does nothing.
 */
export async function oweReceived(tx: Tx, supplierOrderIds: readonly string[]): Promise<void> {
  const { organisations } = await holdAccountsOf(tx, supplierOrderIds);
  if (organisations.length === 0) return;
  const opened = await tx.sql(openReceivables, [supplierOrderIds]);
  await openAccounts(tx, [CLEARING, ...organisations.flatMap((id) => [owedBy(id), creditOf(id)])]);
  await postAll(
    tx,
    opened
      .filter((row) => row.amount_fen > 0n)
      .map((row) => ({
        ...booked(tx, newId(), { kind: 'supplierOrder', id: row.supplier_order_id }),
        ...{ debit: owedBy(row.organisation_id), credit: CLEARING, code: 'purchase.receivable' },
        amountFen: money.fen(row.amount_fen),
      })),
  );
  for (const organisationId of organisations) await settle(tx, organisationId);
}

/**
 * Uses what stands to an organisation's credit for what it owes, the named order first and then what is due soonest; orders of which
 * nothing is open any more are paid. A named order that is paid first is billed for it, where there is enough for all of it.
 * The account is held by the caller.
 */
export async function settle(
  tx: Tx,
  organisationId: string,
  { purchaseId = null, transferId = null }: { purchaseId?: string | null; transferId?: string | null } = {},
): Promise<void> {
  const ahead = purchaseId === null ? null : await billPaidFirst(tx, organisationId, purchaseId);
  const used = await tx.sql(useCredit, [organisationId, purchaseId, transferId, tx.now]);
  const groupId = newId();
  await postAll(
    tx,
    used.map((row) => ({
      ...booked(tx, groupId, { kind: 'supplierOrder', id: row.supplier_order_id }),
      ...{ debit: creditOf(organisationId), credit: owedBy(organisationId), code: 'purchase.settled' },
      amountFen: money.fen(row.amount_fen),
    })),
  );
  const paid = await tx.sql(settleOrders, [organisationId, tx.now]);
  for (const { id } of paid) {
    tx.emit('orderPaid', { orderId: id });
    tx.audit({ action: 'purchase.paid', subjectKind: 'order', subjectId: id });
  }
  if (ahead === null) return;
  await markOrdersPaid(tx, [ahead]);
  tx.audit({ action: 'purchase.paid', subjectKind: 'order', subjectId: ahead });
}
