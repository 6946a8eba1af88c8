import { Controller, Inject, Req } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  NOTICES,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Database,
  type Notices,
} from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { TILL, type Till } from '@xihuo/payment';
import { confirmReceipt } from '../actions/confirm-receipt';
import { giveUpOrder } from '../actions/give-up-order';
import { extendReceipt, remindSeller } from '../actions/about-time';
import type { FollowView } from '../actions/follow-order';
import { countOrders, listOrders } from '../actions/list-orders';
import { viewOrder } from '../actions/view-order';
import { COUNTER, type Counter } from '../actions/counter';
import type { OrderView } from '../store/order-view';
import { accessOf } from './access';

@Controller()
export class OrderController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(COUNTER) private readonly counter: Counter,
    @Inject(TILL) private readonly till: Till,
    @Inject(NOTICES) private readonly notices: Notices,
  ) {}

  @Handles('POST /orders')
  place(
    @Input() { body }: InputOf<'POST /orders'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'POST /orders'>> {
    return this.counter.place(body, caller.person?.id ?? null, ask, request.ip);
  }

  @Handles('GET /orders/{id}')
  view(
    @Input() { params }: InputOf<'GET /orders/{id}'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /orders/{id}'>> {
    return viewOrder(this.database, params.id, accessOf(caller));
  }

  @Handles('GET /me/orders')
  mine(@Input() { query }: InputOf<'GET /me/orders'>, @By() caller: Caller): Promise<ResponseOf<'GET /me/orders'>> {
    return listOrders(this.database, caller.person!.id, query);
  }

  @Handles('GET /me/orders/standings')
  standings(@By() caller: Caller): Promise<ResponseOf<'GET /me/orders/standings'>> {
    return countOrders(this.database, caller.person!.id);
  }

  @Handles('POST /orders/{id}/reminders')
  async remind(
    @Input() { params, body }: InputOf<'POST /orders/{id}/reminders'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<FollowView> {
    const { database, notices } = this;
    const { view } = await command(database, ask, (tx) =>
      remindSeller(tx, notices, params.id, body.supplierOrderId, accessOf(caller)),
    );
    return view;
  }

  @Handles('POST /orders/{id}/receipt-extensions')
  async extend(
    @Input() { params, body }: InputOf<'POST /orders/{id}/receipt-extensions'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<FollowView> {
    const { view } = await command(this.database, ask, (tx) =>
      extendReceipt(tx, params.id, body.supplierOrderId, accessOf(caller)),
    );
    return view;
  }

  @Handles('POST /orders/{id}/cancel')
  async cancel(
    @Input() { params }: InputOf<'POST /orders/{id}/cancel'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OrderView> {
    await giveUpOrder(this.till, params.id, accessOf(caller), ask);
    return viewOrder(this.database, params.id, accessOf(caller));
  }

  @Handles('POST /orders/{id}/receipts')
  async receive(
    @Input() { params, body }: InputOf<'POST /orders/{id}/receipts'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<OrderView> {
    const access = accessOf(caller);
    const { view } = await command(this.database, ask, async (tx) => {
      await confirmReceipt(tx, params.id, body.supplierOrderId, access);
      return viewOrder(tx, params.id, access);
    });
    return view;
  }
}
