import { randomUUID } from 'node:crypto';
import { Notices } from '@xihuo/platform';
import type { House } from './house';
import type { Offer } from './market';
import type { PlacedOrder, Shop } from './orders';

type Browser = ReturnType<House['browser']>;

/** What tests look at of a case. */
interface DisputeSeen {
  id: string;
  version: number;
  state: string;
  may: string[];
  offer: { id: string; refund: { amount: string } } | null;
  messages: { side: string; words: string; files: { fileId: string }[] }[];
}

const yuan = (amount: bigint | number | string) => ({ amount: String(amount), currency: 'CNY' });

export type DisputeDesk = Awaited<ReturnType<typeof disputeDesk>>;

/** Whose buyers quarrel: guests with received parcels, the supplier's clerk, mediators. Closing it closes the shop. */
export async function disputeDesk(shop: Shop, filesFolder: string) {
  // Loaded when asked for, as everything behind this lib's door that stands on contexts.
  const [{ openHouse }, { disputeParts, runClocks }] = await Promise.all([import('./house'), import('@xihuo/dispute')]);
  const house = await openHouse({ field: shop, parts: [disputeParts], settings: { DATA_DIR: filesFolder } });
  const offer = await shop.offer({ priceFen: 10_000n, stock: 1_000 });
  const lot = await shop.lot(offer, 1_000_000n);
  const log = { error: () => undefined };
  const received = (quantity = 2) => shop.receivedOrder(new Map([[offer.productId, lot]]), { offer, quantity });
  return {
    ...{ shop, house, offer, yuan, received },
    clerk: () => house.signedIn({ role: 'supplier', organisationId: offer.supplierId }),
    mediator: () => house.signedIn({ role: 'mediator' }),
    clocks: (atOnce?: number) =>
      runClocks(shop.database, { vault: house.vault, notices: new Notices(house.vault) }, log as never, atOnce),
    guestOf: (order: PlacedOrder) => guestOf(house, order),
    opened: async (claimFen = 5_000n, order?: PlacedOrder) => opened(house, order ?? (await received()), claimFen),
    seen,
    buyerStep: async (one: Opened, body: object) =>
      one.guest.ask('POST', `${one.path}/steps`, body, { 'if-match': `"${(await seen(one)).version}"` }),
    byConsole,
    /** Fen on the account of a case. */
    held: (id: string) =>
      shop.count(
        `select coalesce(sum(balance_fen), 0) from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
          where code = 'disputeHold' and owner_id = $1`,
        [id],
      ),
    close: () => house.close(),
  };
}

/** A guest with the token of one order. */
function guestOf(house: House, order: PlacedOrder) {
  const browser = house.browser('shop');
  const ask = (method: 'GET' | 'POST', path: string, body?: object | Buffer, headers: Record<string, string> = {}) =>
    browser.ask(method, `/orders/${order.id}${path}`, body, { 'order-token': order.token, ...headers });
  return { browser, ask };
}

/** What a buyer claims of the first line of an order. */
export function claimOf(order: PlacedOrder, claimFen: bigint | number, offer?: Offer) {
  const part = order.supplierOrders[0]!;
  const line = offer ? part.lines.find((one) => one.skuId === offer.skuId)! : part.lines[0]!;
  return {
    ...{ supplierOrderId: part.id, kind: 'damaged', words: '箱子压坏，一半果子烂了' },
    lines: [{ lineId: line.id, amount: yuan(claimFen) }],
  };
}

async function opened(house: House, order: PlacedOrder, claimFen: bigint) {
  const guest = guestOf(house, order);
  const key = { 'idempotency-key': randomUUID() };
  const answer = await guest.ask('POST', '/disputes', claimOf(order, claimFen), key);
  expect([answer.status, answer.code]).toEqual([201, undefined]);
  const view = answer.body as unknown as DisputeSeen;
  return { order, guest, view, path: `/disputes/${view.id}`, lineId: order.supplierOrders[0]!.lines[0]!.id };
}
type Opened = Awaited<ReturnType<typeof opened>>;

async function seen({ guest, path }: Opened): Promise<DisputeSeen> {
  return (await guest.ask('GET', path)).body as unknown as DisputeSeen;
}

async function byConsole(browser: Browser, side: 'supplier' | 'mediation', id: string, act: string, body: object) {
  const path = `/${side}/disputes/${id}`;
  const { version } = (await browser.ask('GET', path)).body as unknown as DisputeSeen;
  return browser.ask('POST', `${path}/${act}`, body, { 'if-match': `"${version}"` });
}
