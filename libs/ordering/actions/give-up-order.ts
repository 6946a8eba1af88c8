import { command, type CommandOptions } from '@xihuo/platform';
import { cancelPayment, ProviderError, type Till } from '@xihuo/payment';
import { fail } from '@xihuo/contract';
import { cancelledAmong } from '../store/order-steps.sql';
import { finishCancelling, startCancelling } from './cancel-order';
import { loadOrder, type OrderAccess } from './view-order';

/**
 * Cancels an unpaid order: marked first, then asked at the provider, then stock given back; no transaction is open while
 * the provider is asked. Where it does not answer, the sweep of expiring orders goes on with it.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, ORDER_STATE (also where the buyer's payment was faster), PAYMENT_PROVIDER_UNKNOWN (the
 * provider does not know yet: the order stays `expiring`, holds its stock, and the sweep asks again)
 */
export async function giveUpOrder(
  till: Till,
  orderId: string,
  access: OrderAccess,
  ask: CommandOptions,
): Promise<void> {
  const { view: isCancelled } = await command(till.database, { ...ask, name: 'order.startCancelling' }, async (tx) => {
    const order = await loadOrder(tx, orderId, access, 'order');
    if (order.state === 'awaitingPayment' || order.state === 'paid') await startCancelling(tx, orderId);
    return order.state === 'cancelled';
  });
  // Asked again, as after an answer that was lost, a cancelled order is a cancelled order.
  if (isCancelled) return;
  const cancelled = await settleCancelling(till, orderId, ask).catch((error: unknown) => {
    throw error instanceof ProviderError && error.failure === 'unknown' ? fail('PAYMENT_PROVIDER_UNKNOWN') : error;
  });
  if (!cancelled) throw fail('ORDER_STATE', { detail: 'the payment was faster' });
}

/** The second half: answers whether the order is cancelled; false where it was paid. */
export async function settleCancelling(
  till: Till,
  orderId: string,
  by: Pick<CommandOptions, 'actor' | 'requestId'>,
): Promise<boolean> {
  const answer = await cancelPayment(till, orderId, by);
  if (answer === 'captured') return false;
  const { view } = await command(till.database, { ...by, name: 'order.finishCancelling' }, (tx) =>
    finishCancelling(tx, orderId),
  );
  if (view) return true;
  // The sweep may have cancelled it meanwhile.
  return (await till.database.read(cancelledAmong, [[orderId]])).length > 0;
}
