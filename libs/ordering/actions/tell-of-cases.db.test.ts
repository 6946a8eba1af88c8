import { randomUUID } from 'node:crypto';
import { Notices, Vault } from '@xihuo/platform';
import { holding, openShop, testMasterKey, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { claimAfterSale } from './claim-after-sale';
import { tellOfCases } from './tell-of-cases';

const vault = new Vault(testMasterKey);
const tools = { vault, notices: new Notices(vault), log: { error: () => undefined } };
let shop: Shop;
let offer: Offer;
let clerk: string;

beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 1_001n, stock: 1_000 });
  clerk = randomUUID();
  await shop.rows(
    `with somebody as (insert into identity.person (id, display_name) values ($1, '示例店员') returning id)
     insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
     select id, 'supplier', $2, now(), 'test' from somebody`,
    [clerk, offer.supplierId],
  );
});
afterAll(() => holding.closeSound(shop));

async function claimed(order: PlacedOrder): Promise<string> {
  const [part] = order.supplierOrders;
  const lines = [{ lineId: part!.lines[0]!.id, packs: 1 }];
  const body = { supplierOrderId: part!.id, kind: 'refundOnly', reason: 'quality', words: '' } as const;
  return shop.does((tx) =>
    claimAfterSale(tx, order.id, { ...body, lines, photoIds: [] }, { personId: null, token: order.token }),
  );
}

/** Tells of so many claims at once; how many statements that took. */
async function told(caseIds: readonly string[]): Promise<number> {
  return shop.does(async (tx) => {
    let statements = 0;
    const ask = tx.client.query.bind(tx.client);
    tx.client.query = ((...values: Parameters<typeof ask>) => {
      statements += 1;
      return ask(...values);
    }) as typeof tx.client.query;
    const steps = caseIds.flatMap((caseId) =>
      ['request', 'acceptRefund'].map((event) => ({ caseId, event, eventId: randomUUID() })),
    );
    await tellOfCases(tx, tools, steps);
    tx.client.query = ask as typeof tx.client.query;
    return statements;
  });
}

test('of many steps at once everybody hears what is theirs, in as few statements as of one', async () => {
  const lots = new Map([[offer.productId, await shop.lot(offer, 100_000n)]]);
  const cases: string[] = [];
  for (let at = 0; at < 4; at += 1) cases.push(await claimed(await shop.receivedOrder(lots, { offer })));
  const one = await told(cases.slice(0, 1));
  expect(await told(cases.slice(1))).toBe(one);
  expect(await shop.count('select count(*) from platform.notice where person_id = $1', [clerk])).toBe(4);
  expect(await shop.count(`select count(*) from platform.outgoing_message where channel = 'sms'`)).toBe(4);
  const sent = await shop.rows<{ id: string; content_sealed: Buffer }>(
    `select id, content_sealed from platform.outgoing_message where channel = 'sms'`,
  );
  for (const { id, content_sealed: sealed } of sent) {
    const cell = { table: 'platform.outgoing_message', row: id, column: 'content_sealed' };
    // The sender's name in front, once.
    expect((JSON.parse(vault.open(cell, sealed)) as { text: string }).text).toMatch(/^【西货】[^【]+$/);
  }
});
