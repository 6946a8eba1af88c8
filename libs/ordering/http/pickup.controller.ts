import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  limitRate,
  NOTICES,
  VAULT,
  type Caller,
  type CommandOptions,
  type Database,
  type Notices,
  type Vault,
} from '@xihuo/platform';
import { handOrderOver, takePartIn } from '../actions/pickup/over-the-counter';
import { listCounter, viewPickup } from '../actions/pickup/view-pickup';
import { accessOf } from './access';

/** Codes one may try for one order: of a hundred million, somebody who guesses meets none. */
const MOST_CODES = 10;
const CODE_SECONDS = 3600;

@Controller()
export class PickupController {
  readonly #key: Buffer;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(VAULT) private readonly vault: Vault,
    @Inject(NOTICES) private readonly notices: Notices,
  ) {
    this.#key = vault.derive('pickup-code');
  }

  @Handles('GET /orders/{id}/pickup')
  view(
    @Input() { params }: InputOf<'GET /orders/{id}/pickup'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /orders/{id}/pickup'>> {
    return viewPickup(this.database, this.#key, params.id, accessOf(caller));
  }

  @Handles('GET /pickups')
  list(@Input() { query }: InputOf<'GET /pickups'>, @By() caller: Caller): Promise<ResponseOf<'GET /pickups'>> {
    return listCounter(this.database, caller.person!.grants, query);
  }

  @Handles('POST /pickups/{supplierOrderId}/arrival')
  async takeIn(
    @Input() { params }: InputOf<'POST /pickups/{supplierOrderId}/arrival'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /pickups/{supplierOrderId}/arrival'>> {
    const { vault, notices } = this;
    const work = command(this.database, ask, (tx) =>
      takePartIn(tx, { vault, notices }, caller.person!.grants, params.supplierOrderId),
    );
    return (await work).view;
  }

  @Handles('POST /pickups/orders/{orderId}/handover')
  async handOver(
    @Input() { params, body }: InputOf<'POST /pickups/orders/{orderId}/handover'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /pickups/orders/{orderId}/handover'>> {
    const { orderId } = params;
    await limitRate(this.database, { name: 'pickupCode', of: orderId, most: MOST_CODES, seconds: CODE_SECONDS });
    const work = command(this.database, ask, (tx) =>
      handOrderOver(tx, this.#key, caller.person!.grants, { orderId, code: body.code }),
    );
    return (await work).view;
  }
}
