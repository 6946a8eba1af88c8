import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../../infra/embedded/processes.mjs';
import { stripeFor } from '../../infra/sandbox/testing';
import type { RunningHouse } from '../journeys/running-house';

/** A program that dies often is started again after up to half a minute. */
export const STEP_MS = 120_000;

export interface Order {
  id: string;
  token: string;
  number: string;
}

type Line = { skuId: string; quantity: number };

/** What a patient client does over HTTP while programs die around it, one function a step of an order's way. */
export class Trade {
  /** @param points the folder in which a file arms a failpoint */
  constructor(
    private readonly house: RunningHouse,
    private readonly points: string,
  ) {}

  /** Arms a failpoint for one kill; the process removes the file as it dies. */
  killAt(point: string): void {
    writeFileSync(join(this.points, encodeURIComponent(point)), '');
  }

  killsLeft(): string[] {
    return readdirSync(this.points).map(decodeURIComponent);
  }

  killPostgres(): void {
    const [pid] = readFileSync(join(this.house.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
  }

  /** Something of the demo supplier's, which its clerk can ship, and something of one who was never paid before. */
  async basket(): Promise<Line[]> {
    const rows = await this.house.rows<{ id: string }>(
      `(select sku_id as id from catalogue.offer_v join trace.lot using (product_id, supplier_id)
         where for_sale and shipped_grams > 0 order by sku_id limit 1)
       union all
       (select sku_id from catalogue.offer_v offer
         where for_sale and stock_state = 'inStock'
           and not exists (select from payment.merchant where merchant.supplier_id = offer.supplier_id)
           and not exists (select from trace.lot where lot.supplier_id = offer.supplier_id and shipped_grams > 0)
         order by sku_id limit 1)`,
    );
    return rows.map(({ id }) => ({ skuId: id, quantity: 1 }));
  }

  async place(): Promise<Order> {
    const delivery = { regionCode: '310101', address: '示例路1号', name: '张示例', phone: '13900000000' };
    return this.insist<Order>('/orders', post({ lines: await this.basket(), delivery }));
  }

  /** Starts the payment and pays at the cashier. */
  async pay(order: Order): Promise<void> {
    const cashier = await this.startPayment(order);
    const fields = {
      choice: 'succeed',
      method: 'card',
      client_secret: cashier.searchParams.get('client_secret')!,
      return_url: cashier.searchParams.get('return_url')!,
    };
    const answer = await fetch(cashier, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    if (answer.status >= 400) throw new Error(`The cashier answered ${answer.status}.`);
  }

  async startPayment(order: Order): Promise<URL> {
    const headers = { 'order-token': order.token };
    const { action } = await this.insist<{ action: { url: string } }>(`/orders/${order.id}/payment`, post({}, headers));
    return new URL(action.url);
  }

  async paid(order: Order): Promise<void> {
    await this.until(
      order,
      'the order is paid',
      (state, parts) => state === 'paid' && parts.every((part) => part === 'toShip'),
    );
  }

  /** Asks until the order is given up, whoever finishes it: this client, or the sweep. */
  async cancel(order: Order): Promise<void> {
    const init = post({}, { 'order-token': order.token });
    await this.repeat(`/orders/${order.id}/cancel`, init, order, (state) => state === 'cancelled');
  }

  /** The demo supplier's clerk signs in and ships the own part from the oldest lot that has enough. */
  async ship(order: Order): Promise<void> {
    const [task] = await this.house.rows<{ part: string; line: string; lot: string }>(
      `select line.supplier_order_id as part, line.id as line, lot.id as lot from ordering.order_line_v line
         join trace.lot using (product_id, supplier_id)
        where line.order_id = $1 and received_grams - shipped_grams >= net_grams order by produced_on limit 1`,
      [order.id],
    );
    const body = {
      carrier: '示例快递',
      trackingNumber: 'SL1',
      picks: [{ lineId: task!.line, lotId: task!.lot, packs: 1 }],
    };
    const cookie = await this.signIn('supplier');
    await this.insist(`/supplier/orders/${task!.part}/shipment`, post(body, { cookie, surface: 'console' }));
  }

  async receive(order: Order): Promise<void> {
    const [shipped] = await this.house.rows<{ id: string }>(
      `select id from ordering.supplier_order where order_id = $1 and state = 'shipped'`,
      [order.id],
    );
    const init = post({ supplierOrderId: shipped!.id }, { 'order-token': order.token });
    await this.repeat(`/orders/${order.id}/receipts`, init, order, (_, parts) => parts.includes('received'));
  }

  /** Business time goes on to `day`, and the worker releases what is due by then. */
  async release(order: Order, day: number): Promise<void> {
    await this.house.setClock(`${day} days`);
    await this.until(order, 'the part is released', (_, parts) => parts.includes('released'));
  }

  async settle(order: Order, day: number): Promise<void> {
    await this.house.setClock(`${day} days`);
    await this.patiently('the order is settled', async () =>
      Boolean(
        await this.house.count(
          'select count(*) from settlement.line join ordering.order_line_v line on line.id = line_id where line.order_id = $1',
          [order.id],
        ),
      ),
    );
  }

  /** Fen and number of payments, as the provider has them and as we have them. */
  async bothBooks() {
    const { sandboxKey } = JSON.parse(readFileSync(join(this.house.dataDir, 'secrets.json'), 'utf8')) as {
      sandboxKey: string;
    };
    const intents = await stripeFor(this.house.sandbox, sandboxKey)
      .paymentIntents.list({ limit: 100 })
      .autoPagingToArray({ limit: 10_000 });
    const paid = intents.filter((intent) => intent.status === 'succeeded');
    const [ours] = await this.house.rows<{ payments: number; fen: string; orders: number }>(
      `select count(*)::int as payments, coalesce(sum(amount_fen), 0) as fen, count(distinct order_id)::int as orders
         from payment.payment where state = 'captured' and provider = 'sandbox'`,
    );
    return {
      theirs: { payments: paid.length, fen: String(paid.reduce((sum, intent) => sum + intent.amount_received, 0)) },
      ours: { payments: ours!.payments, fen: ours!.fen },
    };
  }

  /** Nothing dies any more: waits until a condition holds, whatever has to start again for it first. */
  async patiently(what: string, condition: () => Promise<boolean>): Promise<void> {
    const reached = await waitUntil(() => condition().catch(() => false), STEP_MS, 100);
    if (!reached)
      throw new Error(`${what}: not within ${STEP_MS} ms. Kills left: ${this.killsLeft().join(', ') || 'none'}`);
  }

  private until(order: Order, what: string, reached: (state: string, parts: string[]) => boolean): Promise<void> {
    return this.patiently(what, async () => {
      const [row] = await this.house.rows<{ state: string; parts: string[] }>(
        `select state, array(select part.state from ordering.supplier_order part where part.order_id = $1) as parts
           from ordering.customer_order where id = $1`,
        [order.id],
      );
      return reached(row!.state, row!.parts);
    });
  }

  /** A request without a key of its own is repeated until its effect is there: a second time it only finds it done. */
  private async repeat(
    path: string,
    init: RequestInit,
    order: Order,
    reached: (state: string, parts: string[]) => boolean,
  ): Promise<void> {
    const ask = () => fetch(`${this.house.origin}/api/v1${path}`, init).catch(() => undefined);
    await ask();
    await this.until(order, path, (state, parts) => {
      const done = reached(state, parts);
      if (!done) void ask();
      return done;
    });
  }

  /** Repeats the same request, key and all, until it is answered by anything but "not now". */
  private async insist<Answer>(path: string, init: RequestInit): Promise<Answer> {
    let answer: Response | undefined;
    await this.patiently(path, async () => {
      answer = await fetch(`${this.house.origin}/api/v1${path}`, init);
      return answer.status < 500 && answer.status !== 409;
    });
    const body = (await answer!.json()) as Answer;
    if (!answer!.ok) throw new Error(`${path}: ${answer!.status} ${JSON.stringify(body)}`);
    return body;
  }

  private async signIn(role: string): Promise<string> {
    const { login, password } = this.house.account(role);
    let cookie = '';
    await this.patiently('signing in', async () => {
      const answer = await fetch(`${this.house.origin}/api/v1/sessions`, post({ surface: 'console', login, password }));
      cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      return answer.ok;
    });
    return cookie;
  }
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  };
}
