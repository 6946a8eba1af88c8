import { machines } from '@xihuo/contract';
import { money, states } from '@xihuo/kernel';
import { openAccounts, postAll } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { billAhead, payableAhead } from '../../store/business/receivable.sql';
import { booked, CLEARING, creditOf, owedBy } from './books';

/**
 * An order that is paid first, and is not paid yet, is billed in full once what stands to the organisation's credit is enough for all of
 * it: the credit then pays the bill like any other, and what goes back of it later goes back as a credit note. Less than all of it
 * pays nothing: it waits for the rest. The order is held from here on, so that the provider's word of another payment comes after.
 * The account is held by the caller.
 *
 * @returns the order that was billed; null where there is nothing to pay first, not enough to pay it with, or it was paid otherwise
 */
export async function billPaidFirst(tx: Tx, organisationId: string, purchaseId: string): Promise<string | null> {
  const payable = states.statesBefore(machines.orderStates, 'pay');
  const [order] = await tx.sql(payableAhead, [purchaseId, organisationId, payable]);
  if (!order) return null;
  const parts = await tx.sql(billAhead, [order.id, tx.now]);
  await openAccounts(tx, [CLEARING, owedBy(organisationId), creditOf(organisationId)]);
  await postAll(
    tx,
    parts
      .filter((part) => part.amount_fen > 0n)
      .map((part) => ({
        ...booked(tx, newId(), { kind: 'supplierOrder', id: part.supplier_order_id }),
        ...{ debit: owedBy(organisationId), credit: CLEARING, code: 'purchase.receivable' },
        amountFen: money.fen(part.amount_fen),
      })),
  );
  return order.id;
}
