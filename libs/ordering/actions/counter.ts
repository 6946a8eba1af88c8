import { ProblemError } from '@xihuo/kernel';
import { command, DATABASE, VAULT, type CommandOptions, type Database, type Vault } from '@xihuo/platform';
import type { ResponseOf } from '@xihuo/contract';
import { orderToken } from './order-token';
import { placeOrderBatch, type PlaceOrderInput } from './place-orders';
import { deliveryCell } from '../store/delivery-cell';

/** Where orders are placed. */
export const COUNTER = Symbol('Counter');

export class Counter {
  readonly #tokenKey: Buffer;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {
    this.#tokenKey = vault.derive('order-token');
  }

  async place(
    body: PlaceOrderInput['body'],
    personId: string | null,
    ask: CommandOptions,
  ): Promise<ResponseOf<'POST /orders'>> {
    const input = this.input(body, personId);
    const { view } = await command(this.database, ask, async (tx) => {
      const [answer] = await placeOrderBatch(tx, [input]);
      if (answer instanceof ProblemError) throw answer;
      return answer!;
    });
    return { ...view, token: this.tokenOf(view.id) };
  }

  tokenOf(orderId: string): string {
    return orderToken(this.#tokenKey, orderId);
  }

  /** What placing an order needs beside its body: how to seal the address and how to make the token. */
  input(body: PlaceOrderInput['body'], personId: string | null): PlaceOrderInput {
    return {
      body,
      personId,
      seal: (orderId, plain) => this.vault.seal(deliveryCell(orderId), plain),
      tokenOf: (orderId) => this.tokenOf(orderId),
    };
  }
}

export const counterProvider = {
  provide: COUNTER,
  useFactory: (database: Database, vault: Vault) => new Counter(database, vault),
  inject: [DATABASE, VAULT],
};
