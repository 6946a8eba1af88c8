import { money, must, ProblemError } from '@xihuo/kernel';
import { markOrdersPaid, placeOrderBatch } from '@xihuo/ordering';
import { applyClaims, openPayment, type Claim } from '@xihuo/payment';
import type { Tx } from '@xihuo/platform';

type Input = Parameters<typeof placeOrderBatch>[1][number];

/** Orders of a batch, placed and paid; their payments are marked as the demonstration's own: before there was a provider. */
export async function placePaid(tx: Tx, inputs: readonly Input[]): Promise<string[]> {
  const answers = await placeOrderBatch(
    tx,
    inputs,
    inputs.map(() => tx),
  );
  const claims: Claim[] = [];
  for (const order of answers) {
    if (order instanceof ProblemError) throw order;
    const legs = order.supplierOrders.map((part) => ({
      supplierOrderId: part.id,
      supplierId: part.supplier.id,
      amountFen: money.fromWire(part.amount),
    }));
    // Never asked about.
    const payment = await openPayment(tx, { orderId: order.id, orderNumber: order.number }, 'demo', legs);
    claims.push({
      paymentRef: `demo_${payment.id}`,
      paymentId: payment.id,
      orderId: order.id,
      state: 'captured',
      capturedFen: money.fen(payment.amount_fen),
      currency: 'CNY',
    });
  }
  const orderIds = claims.map(({ orderId }) => orderId);
  const captured = await applyClaims(tx, claims);
  must(captured.size === inputs.length, 'every order is paid');
  await markOrdersPaid(tx, orderIds);
  return orderIds;
}
