import { Controller, Inject } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import {
  Ask,
  By,
  command,
  CONFIG,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Config,
  type Tx,
} from '@xihuo/platform';
import { startPayment, TILL, type Till } from '@xihuo/payment';
import { loadPayable } from '../actions/load-payable';
import { accessOf } from './access';

@Controller()
export class PaymentController {
  constructor(
    @Inject(TILL) private readonly till: Till,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The key guards against one key for two orders; that an order has one payment does not depend on it, and no kept answer
   * stands in for the order's present state: it is asked again, locked, in the transaction that opens the payment.
   */
  @Handles('POST /orders/{id}/payment')
  async pay(
    @Input() { params }: InputOf<'POST /orders/{id}/payment'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /orders/{id}/payment'>> {
    const { actor, requestId } = ask;
    const payable = (tx: Tx) => loadPayable(tx, params.id, accessOf(caller));
    const { view: order } = await command(this.till.database, { name: 'payment.look', actor, requestId }, payable);
    await command(this.till.database, ask, () => Promise.resolve(null));
    if (order.legs.length === 0) throw fail('PAYMENT_NOT_POSSIBLE');
    return startPayment(this.till, {
      orderId: params.id,
      orderNumber: order.number,
      legs: order.legs.map((leg) => ({ ...leg, amountFen: money.fen(leg.amountFen) })),
      returnUrl: new URL(`/orders/${params.id}`, this.config.PUBLIC_ORIGIN).href,
      recheck: payable,
      actor,
      requestId,
    });
  }
}
