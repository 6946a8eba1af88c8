import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { ResponseOf } from '@xihuo/contract';
import type { RunningHouse } from '../journeys/running-house';
import { insist, type Question } from './client';
import { eventually } from './crashes';

type PlacedOrder = ResponseOf<'POST /orders'>;

/** Days of business time from one order to its settlement. */
export const DAYS = 9;

const delivery = { regionCode: '310101', address: '示例路100号2单元301', name: '张示例', phone: '13900000000' };

export interface Step {
  /** What the step waits for besides people, before anything of it can happen. */
  prepare?: () => Promise<void>;
  act: () => Promise<void>;
}

/** One order on its way from the buyer to the farm household, asked for over HTTP as everybody does. */
export class Story {
  order!: PlacedOrder;
  skus: string[] = [];
  private readonly keys = { order: randomUUID(), payment: randomUUID(), shipment: randomUUID() };
  private cashier = '';

  /** @param turn how many orders were before it: their days are gone, and each has a second supplier of its own */
  constructor(
    private readonly house: RunningHouse,
    private readonly turn: number,
  ) {}

  readonly steps = {
    place: { prepare: () => this.choose(), act: () => this.place() },
    startPayment: { act: () => this.startPayment() },
    pay: { act: () => this.pay() },
    ship: { act: () => this.ship() },
    receive: { act: () => this.receive() },
    release: { prepare: () => this.later(`${DAYS - 1} days`), act: () => this.release() },
    settle: { prepare: () => this.later(`${DAYS} days`), act: () => this.settle() },
    askProvider: { prepare: () => this.payUnheard(), act: () => this.askProvider() },
    giveUp: { act: () => this.giveUp() },
    expire: { prepare: () => this.later('31 minutes'), act: () => this.expire() },
  } satisfies Record<string, Step>;

  /** Placed once more under the same key: the same order, and not another one. */
  async placeAgain(): Promise<PlacedOrder> {
    const { status, body } = await this.insist<PlacedOrder>({
      method: 'POST',
      path: '/orders',
      headers: { 'idempotency-key': this.keys.order },
      body: { lines: this.skus.map((skuId) => ({ skuId, quantity: 2 })), delivery },
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  }

  /** The demo supplier's potatoes, which its clerk can ship, and something of another supplier. */
  private async choose(): Promise<void> {
    const [own] = await this.house.rows<{ sku: string; supplier: string }>(
      `select sku.id as sku, sku.supplier_id as supplier
         from trace.lot join catalogue.sku on sku.product_id = lot.product_id and sku.supplier_id = lot.supplier_id
         join identity.role_grant held on held.organisation_id = lot.supplier_id
         join identity.credential known on known.person_id = held.person_id and known.login = 'supplier'
        where lot.shipped_grams > 0 order by lot.produced_on limit 1`,
    );
    const [other] = await this.house.rows<{ sku: string }>(
      `select distinct on (supplier_id) sku_id as sku from catalogue.offer_v
        where for_sale and stock_state = 'inStock' and supplier_id <> $1 order by supplier_id, sku_id limit 1 offset $2`,
      [own!.supplier, this.turn],
    );
    this.skus = [own!.sku, other!.sku];
  }

  private async place(): Promise<void> {
    this.order = await this.placeAgain();
    expect(this.order.supplierOrders).toHaveLength(2);
  }

  private async startPayment(): Promise<void> {
    const { status, body } = await this.insist<ResponseOf<'POST /orders/{id}/payment'>>({
      method: 'POST',
      path: `/orders/${this.order.id}/payment`,
      headers: { ...this.asBuyer, 'idempotency-key': this.keys.payment },
      body: {},
    });
    expect({ status, body }).toMatchObject({ status: 200, body: { amount: this.order.amount } });
    if (body.action?.kind === 'redirect') this.cashier = body.action.url;
  }

  private async pay(): Promise<void> {
    await this.pressPay();
    await this.orderIs('paid');
  }

  private async pressPay(): Promise<void> {
    const { searchParams } = new URL(this.cashier);
    const form = new URLSearchParams(searchParams);
    form.set('choice', 'succeed');
    const pressed = await fetch(this.cashier, { method: 'POST', body: form, redirect: 'manual' });
    expect(pressed.status).toBe(303);
  }

  /** Paid at the provider, which does not tell us; by then we would have asked. */
  private async payUnheard(): Promise<void> {
    const ordered = await fetch(`${this.house.sandbox}/_sandbox/behaviour`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ on: 'payment_intent.succeeded', fault: 'dropWebhook' }),
    });
    expect(ordered.status).toBe(201);
    await this.pressPay();
    await this.later('1 minute');
  }

  private async askProvider(): Promise<void> {
    await this.wake('payment.askProvider');
    await this.orderIs('paid');
  }

  /** Without a key, as the receipt. */
  private async giveUp(): Promise<void> {
    await this.insist({ method: 'POST', path: `/orders/${this.order.id}/cancel`, headers: this.asBuyer, body: {} });
    await this.orderIs('cancelled');
  }

  private async expire(): Promise<void> {
    await this.wake('ordering.expireOrders');
    await this.orderIs('cancelled');
  }

  private async ship(): Promise<void> {
    const asClerk = await this.signIn();
    const [lot] = await this.house.rows<{ id: string }>(
      `select id from trace.lot where (supplier_id, product_id) = ($1, $2) order by received_grams - shipped_grams desc limit 1`,
      [this.own.supplier.id, this.own.lines[0]!.productId],
    );
    const [line] = this.own.lines;
    const { status, body } = await this.insist<ResponseOf<'POST /supplier/orders/{id}/shipment'>>({
      method: 'POST',
      path: `/supplier/orders/${this.own.id}/shipment`,
      headers: { ...asClerk, 'idempotency-key': this.keys.shipment },
      body: {
        carrier: '示例快递',
        trackingNumber: this.order.number,
        picks: [{ lineId: line!.id, lotId: lot!.id, packs: line!.quantity }],
      },
    });
    expect({ status, body }).toMatchObject({ status: 200, body: { state: 'shipped' } });
    expect(body.parcels).toHaveLength(1);
  }

  /** Without a key: who asks again after a lost answer is told that it is done, and sees so on the order. */
  private async receive(): Promise<void> {
    await this.insist({
      method: 'POST',
      path: `/orders/${this.order.id}/receipts`,
      headers: this.asBuyer,
      body: { supplierOrderId: this.own.id },
    });
    const { body } = await this.insist<ResponseOf<'GET /orders/{id}'>>({
      method: 'GET',
      path: `/orders/${this.order.id}`,
      headers: this.asBuyer,
    });
    expect(body.supplierOrders.find((part) => part.id === this.own.id)).toMatchObject({ state: 'received' });
  }

  private async release(): Promise<void> {
    await this.wake('ordering.releaseOrders');
    await this.reached('released', 'select count(*) from ordering.supplier_order where id = $1 and state = $2', [
      this.own.id,
      'released',
    ]);
  }

  private async settle(): Promise<void> {
    await this.wake('settlement.daily');
    await this.reached('settled', 'select count(*) from settlement.line where line_id = $1', [this.own.lines[0]!.id]);
  }

  /** Counted from where the order before this one ended. */
  private later(time: string): Promise<void> {
    return this.house.setClock(`${this.turn * DAYS * 24} hours ${time}`);
  }

  /** Lets it be soon; where nobody hears it, the worker looks by itself. */
  private async wake(job: string): Promise<void> {
    await this.house.wake(job).catch(() => undefined);
  }

  private orderIs(state: string): Promise<void> {
    const sql = 'select count(*) from ordering.customer_order where id = $1 and state = $2';
    return this.reached(state, sql, [this.order.id, state]);
  }

  private reached(what: string, sql: string, values: unknown[]): Promise<void> {
    return eventually(`the order is ${what}`, async () => (await this.house.count(sql, values)) === 1);
  }

  private async signIn(): Promise<Record<string, string>> {
    const { login, password } = this.house.account('supplier');
    const { status, headers } = await this.insist({
      method: 'POST',
      path: '/sessions',
      headers: { surface: 'console' },
      body: { surface: 'console', login, password },
    });
    expect(status).toBe(201);
    return {
      surface: 'console',
      cookie: headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    };
  }

  /** The part of the demo supplier. */
  private get own(): PlacedOrder['supplierOrders'][number] {
    return this.order.supplierOrders.find((part) => part.lines.some((line) => line.skuId === this.skus[0]))!;
  }

  private get asBuyer(): Record<string, string> {
    return { 'order-token': this.order.token };
  }

  private insist<View>(question: Question) {
    return insist<View>(this.house.origin, question);
  }
}

export type StepName = keyof Story['steps'];

const fulfilment = ['ship', 'receive', 'release', 'settle'] as const;

/** The ways an order can go. */
export const ways = {
  paid: ['place', 'startPayment', 'pay', ...fulfilment],
  paidUnheard: ['place', 'startPayment', 'askProvider', ...fulfilment],
  givenUp: ['place', 'startPayment', 'giveUp'],
  expired: ['place', 'startPayment', 'expire'],
} as const satisfies Record<string, readonly StepName[]>;
