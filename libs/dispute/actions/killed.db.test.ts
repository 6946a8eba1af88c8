import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { money } from '@xihuo/kernel';
import { Notices, Vault } from '@xihuo/platform';
import { holding, openShop, testMasterKey, type PlacedOrder, type Shop } from '@xihuo/testing';
import { openDispute } from './open-dispute';

const root = join(__dirname, '../../..');
let shop: Shop;
let order: PlacedOrder;

beforeAll(async () => {
  shop = await openShop();
  const offer = await shop.offer({ priceFen: 10_000n });
  order = await shop.receivedOrder(new Map([[offer.productId, await shop.lot(offer, 10_000n)]]), { offer });
});
afterAll(() => holding.closeSound(shop));

/** Runs a script in a process of its own; answers how it ended. */
const dies = (script: string, ...values: string[]) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', '@swc-node/register', script, shop.url, testMasterKey, ...values], {
      ...{ cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
      env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });

const wanted = () => ({
  supplierOrderId: order.supplierOrders[0]!.id,
  kind: 'damaged' as const,
  words: '坏果',
  lines: [{ lineId: order.supplierOrders[0]!.lines[0]!.id, amount: money.toWire(money.fen(4_000)) }],
});
const whole = () =>
  Promise.all([
    shop.count('select count(*) from dispute.dispute_case'),
    shop.count('select count(*) from ordering.line_hold'),
    shop.count(`select count(*) from ledger.transfer where code like 'dispute.%'`),
    shop.count('select count(*) from dispute.award'),
    shop.count('select count(*) from payment.refund'),
  ]);

test('killed between the hold and the commit nothing is held, and killed amid an award nothing of it is done; then each is done once', async () => {
  const json = JSON.stringify({ orderId: order.id, token: order.token, ...wanted() });
  expect(await dies('test/chaos/open-dispute.ts', 'dispute.hold:beforeCommit', json)).toBe('SIGKILL');
  expect(await whole()).toEqual([0, 0, 0, 0, 0]);
  expect(await holding.brokenInvariants(shop.count)).toEqual({});

  const vault = new Vault(testMasterKey);
  const entrance = { side: 'buyer', orderId: order.id, personId: null, token: order.token } as const;
  const { id } = await shop.does((tx) => openDispute(tx, { vault, notices: new Notices(vault) }, entrance, wanted()));
  expect(await whole()).toEqual([1, 1, 1, 0, 0]);
  // Decided, and its time for an appeal long over.
  await shop.rows(
    `update dispute.dispute_case set state = 'decided', due_on = '2020-01-01', waiting_for = null, decided_by = gen_random_uuid(),
            decided_at = now(), decision_fen = 1500, decision_reason = 'test' where id = $1`,
    [id],
  );
  expect(await dies('test/chaos/run-job.ts', 'dispute.award:beforeCommit', 'dispute.runClocks')).toBe('SIGKILL');
  expect(await whole()).toEqual([1, 1, 1, 0, 0]);
  expect(await dies('test/chaos/run-job.ts', 'none', 'dispute.runClocks')).toBe(0);
  expect(await dies('test/chaos/run-job.ts', 'none', 'dispute.runClocks')).toBe(0);
  expect(await whole()).toEqual([1, 1, 3, 1, 1]);
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
}, 240_000);
