import { ProblemError } from '@xihuo/kernel';
import {
  command,
  commandBatch,
  DATABASE,
  VAULT,
  type CommandOptions,
  type Database,
  type Vault,
} from '@xihuo/platform';
import type { ResponseOf } from '@xihuo/contract';
import { ownPhone } from '@xihuo/identity';
import { orderToken } from './order-token';
import { lostToOthers, placeOrderBatch, type PlacedOrderView, type PlaceOrderInput } from './place-orders';
import { deliveryCell } from '../store/delivery-cell';

/** Where orders are placed. */
export const COUNTER = Symbol('Counter');

/** Orders of one set-based commit. */
const BATCH = 64;

/** Orders that come at the same time go together in one transaction, in order of arrival. */
export class Counter {
  readonly #tokenKey: Buffer;
  readonly #placeTogether: ReturnType<typeof commandBatch<PlaceOrderInput, PlacedOrderView>>;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {
    this.#tokenKey = vault.derive('order-token');
    this.#placeTogether = commandBatch(database, { name: 'order.place', maxSize: BATCH, work: placeOrderBatch });
  }

  /**
   * @param address where a request came from: unpaid orders are counted by it, by account and by phone; null where nobody asks over the network
   * @throws ProblemError TOO_MANY_UNPAID, and whatever is wrong with an order
   */
  async place(
    body: PlaceOrderInput['body'],
    personId: string | null,
    ask: CommandOptions,
    address: string | null = null,
  ): Promise<ResponseOf<'POST /orders'>> {
    const input = this.input(body, personId, address);
    // There was enough for this one; it lost to others of its batch, which may have lost in turn. Of many losers most learn together
    // that nothing is left, at the cost of one; who has lost to others once more knows alone.
    const { view } = await this.#placeTogether(ask, input)
      .catch(ifLostToOthers(() => this.#placeTogether(ask, input)))
      .catch(ifLostToOthers(() => this.placeAlone(ask, input)));
    return { ...view, token: this.tokenOf(view.id) };
  }

  private placeAlone(ask: CommandOptions, input: PlaceOrderInput): Promise<{ view: PlacedOrderView }> {
    return command(this.database, ask, async (tx) => {
      const [answer] = await placeOrderBatch(tx, [input], [tx]);
      if (answer instanceof ProblemError) throw answer;
      return answer!;
    });
  }

  tokenOf(orderId: string): string {
    return orderToken(this.#tokenKey, orderId);
  }

  /** What placing an order needs beside its body: how to seal the address and how to make the token. */
  input(body: PlaceOrderInput['body'], personId: string | null, address: string | null = null): PlaceOrderInput {
    return {
      body,
      personId,
      seal: (orderId, plain) => this.vault.seal(deliveryCell(orderId), plain),
      phoneIndexOf: (phone) => this.vault.blindIndex('promotion-take', phone),
      tokenOf: (orderId) => this.tokenOf(orderId),
      phone: ownPhone.indexOf(this.vault, body.delivery.phone),
      ...(address === null ? {} : { askedFrom: this.vault.blindIndex('order.askedFrom', address) }),
    };
  }
}

function ifLostToOthers<Answer>(again: () => Promise<Answer>): (error: unknown) => Promise<Answer> {
  return (error) => {
    if (lostToOthers(error)) return again();
    throw error;
  };
}

export const counterProvider = {
  provide: COUNTER,
  useFactory: (database: Database, vault: Vault) => new Counter(database, vault),
  inject: [DATABASE, VAULT],
};
