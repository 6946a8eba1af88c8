import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningHouse } from '../journeys/running-house';

/** How many there are of what one order must bring about once. */
export interface Books {
  orders: number;
  /** At the provider: what was taken from a buyer, also twice for one order. */
  charges: number;
  /** In our ledger: a leg for each supplier. */
  legsBooked: number;
  shipments: number;
  settledLines: number;
  /** Packs, over all goods. */
  onHand: number;
  reserved: number;
}

/** @param others lines that were sold before; the days that pass settle some of them too */
export async function readBooks(house: RunningHouse, others: readonly string[]): Promise<Books> {
  const [orders, legsBooked, shipments, settledLines, onHand, reserved] = await Promise.all([
    house.count('select count(*) from ordering.customer_order'),
    house.count(`select count(*) from ledger.transfer where code = 'payment.capture'`),
    house.count('select count(*) from ordering.shipment'),
    house.count('select count(*) from settlement.line where line_id <> all ($1::uuid[])', [others]),
    house.count('select sum(on_hand) from ordering.stock'),
    house.count('select sum(reserved) from ordering.stock'),
  ]);
  const charges = (await atProvider(house, '/v1/balance_transactions?type=charge&limit=100')).length;
  return { orders, charges, legsBooked, shipments, settledLines, onHand, reserved };
}

/** Every payment that the provider knows for an order. */
export async function paymentsAtProvider(house: RunningHouse, orderId: string) {
  const query = encodeURIComponent(`metadata['order_id']:'${orderId}'`);
  const found = await atProvider(house, `/v1/payment_intents/search?query=${query}`);
  return found.map((intent) => ({ status: intent['status'], received: String(intent['amount_received']) }));
}

async function atProvider(house: RunningHouse, path: string): Promise<Record<string, unknown>[]> {
  const { sandboxKey } = JSON.parse(readFileSync(join(house.dataDir, 'secrets.json'), 'utf8')) as {
    sandboxKey: string;
  };
  const answer = await fetch(`${house.sandbox}${path}`, { headers: { authorization: `Bearer ${sandboxKey}` } });
  const body = (await answer.json()) as { data?: Record<string, unknown>[] };
  if (!body.data) throw new Error(`the provider answered ${answer.status}: ${JSON.stringify(body)}`);
  return body.data;
}
