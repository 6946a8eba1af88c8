import { randomUUID } from 'node:crypto';
import { money, time } from '@xihuo/kernel';
import type { Actor } from '@xihuo/platform';
import { holding } from '@xihuo/testing';
import { grant, kit, openPayoutDesk, person, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { prepareRun, settlementDue } from '../run/prepare-run';
import { steerRun, tryAgain } from '../run/steer-run';
import { runSettlement } from '../run-settlement';
import { decide } from './decide-adjustment';
import { proposeAdjustment } from './propose-adjustment';
import { viewAdjustment, viewAdjustments } from './view-adjustments';

jest.setTimeout(240_000);

let desk: PayoutDesk;
let supplier: string;

beforeAll(async () => {
  desk = await openPayoutDesk();
  supplier = desk.offer.supplierId;
  await desk.settled();
});
afterEach(async () => expect(await holding.brokenInvariants(desk.shop.count)).toEqual({}));
afterAll(() => holding.closeSound(desk.shop));

interface Said {
  id: string;
  opening: bigint;
  payable: bigint;
  adjustment: bigint;
  payout: bigint;
  netted: bigint;
  closing: bigint;
}
const statements = () =>
  desk.shop.rows<Said>(
    `select id, opening_fen as opening, payable_fen as payable, adjustment_fen as adjustment, payout_fen as payout, netted_fen as netted,
            closing_fen as closing from settlement.statement where supplier_id = $1 order by period_end`,
    [supplier],
  );
const newest = async () => (await statements()).at(-1)!;

const propose = (fen: bigint, by: Actor = desk.drawer, about: { statementId?: string; lineId?: string } = {}) =>
  desk.as(by, (tx) =>
    proposeAdjustment(tx, {
      ...{ supplierId: supplier, statementId: about.statementId ?? null, lineId: about.lineId ?? null },
      ...{ amount: money.toWire(money.fen(fen)), reason: '运费计错', evidence: '承运商对账单 2026-01' },
    }),
  );
const says = (id: string, decision: 'approve' | 'refuse' | 'withdraw', by: Actor = desk.approver) =>
  desk.as(by, (tx) => decide(tx, kit, { id, decision, reason: '核对无误' }));
async function approved(fen: bigint): Promise<string> {
  const id = await propose(fen);
  await says(id, 'approve');
  return id;
}
/** A day passes, and what is due is settled. */
async function nextDay(): Promise<void> {
  const end = await desk.today();
  await desk.later(24);
  await desk.shop.does((tx) => runSettlement(tx, end));
}

test('what one has proposed another approves: it is a line of the next statement, and the platform bears it', async () => {
  const before = await newest();
  const [line] = await desk.shop.rows<{ id: string }>('select line_id as id from settlement.line limit 1');
  const id = await propose(500n, desk.drawer, { statementId: before.id, lineId: line!.id });
  await desk.later(24);
  const yesterday = time.addDays(await desk.today(), -1);
  // Proposed only, it settles nobody.
  expect(await desk.shop.does((tx) => settlementDue(tx, yesterday))).toBe(false);
  await says(id, 'approve');
  expect(await desk.balance('supplierPayable', supplier)).toBe(Number(before.closing));
  await nextDay();
  expect(await newest()).toMatchObject({
    ...{ opening: before.closing, payable: '0', adjustment: '500', netted: '0' },
    closing: (BigInt(before.closing) + 500n).toString(),
  });
  expect(await desk.balance('platformAdjustment', null)).toBe(500);
  expect(await desk.balance('supplierPayable', supplier)).toBe(Number(before.closing) + 500);
  expect(
    await desk.shop.rows(
      `select transfer.code, rule_version from ledger.transfer_v transfer where source_kind = 'adjustment' and source_id = $1`,
      [id],
    ),
  ).toEqual([{ code: 'settle.adjustment', rule_version: 'adjustment.post@1' }]);
  const view = await viewAdjustment(desk.shop.database, desk.approver, id);
  expect(view).toMatchObject({
    state: 'posted',
    about: { statementId: before.id, line: { id: line!.id } },
    mine: null,
  });
  // Posted once: a day later nothing waits.
  await desk.later(24);
  expect(await desk.shop.does(async (tx) => settlementDue(tx, time.addDays(time.businessDate(tx.now), -1)))).toBe(
    false,
  );
});

test('nobody approves what they proposed, nobody decides twice, and two who decide at once decide once', async () => {
  const id = await propose(700n);
  await expect(says(id, 'approve', desk.drawer)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await expect(says(id, 'refuse', desk.drawer)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await expect(says(id, 'withdraw')).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await says(id, 'withdraw', desk.drawer);
  await expect(says(id, 'approve')).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  const other = await propose(700n);
  const answers = await Promise.allSettled([
    says(other, 'approve'),
    says(other, 'refuse', person(grant('finance'))),
    says(other, 'approve', person(grant('finance'))),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await desk.shop.rows(`update settlement.adjustment set state = 'refused' where id = $1`, [other]);
  await expect(says(randomUUID(), 'approve')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('it is about a supplier, its own statement and a line of that, or is not taken', async () => {
  const { id: statementId } = await newest();
  const about = (wanted: object) =>
    desk.as(desk.drawer, (tx) =>
      proposeAdjustment(tx, {
        ...{ supplierId: supplier, statementId: null, lineId: null, amount: money.toWire(money.fen(1n)) },
        ...{ reason: '运费计错', evidence: '对账单', ...wanted },
      }),
    );
  await expect(about({ supplierId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const stranger = await desk.shop.supplier();
  await expect(about({ supplierId: stranger, statementId })).rejects.toMatchObject({ code: 'ADJUSTMENT_ABOUT_OTHER' });
  await expect(about({ statementId, lineId: randomUUID() })).rejects.toMatchObject({ code: 'ADJUSTMENT_ABOUT_OTHER' });
});

test('taken from a supplier, it is netted out of what it has and out of what it sells next; until then nothing is paid to it', async () => {
  await desk.account(supplier);
  const before = await newest();
  const has = BigInt(before.closing);
  await approved(-(has + 3_000n));
  await nextDay();
  expect(await newest()).toMatchObject({
    ...{ opening: has.toString(), payable: '0', adjustment: (-(has + 3_000n)).toString(), netted: has.toString() },
    closing: '-3000',
  });
  expect(await desk.balance('supplierPayable', supplier)).toBe(0);
  expect(await desk.balance('supplierReceivable', supplier)).toBe(3_000);
  await desk.settled();
  const after = await newest();
  expect(after).toMatchObject({ opening: '-3000', netted: '3000' });
  expect(BigInt(after.closing)).toBe(BigInt(after.payable) - 3_000n);
  expect(await desk.balance('supplierReceivable', supplier)).toBe(0);
  const run = await desk.atTheBank();
  const item = (await desk.itemsOf(run)).find(({ purpose }) => purpose === 'payable')!;
  expect(BigInt(item.amount.amount)).toBe(BigInt(after.closing));
  await desk.tell(run, tells(item, 'pay', { on: await desk.today() }));
  await approved(1n);
  await nextDay();
  expect(await newest()).toMatchObject({
    opening: after.closing,
    payout: after.closing,
    adjustment: '1',
    closing: '1',
  });
});

test('a statement is never opened again: neither its run, nor its shard, nor its period, nor its row', async () => {
  const [run] = await desk.shop.rows<{ id: string; shard: string; end: string }>(
    `select run.id, shard.id as shard, run.period_end::text as end from settlement.run join settlement.shard on shard.run_id = run.id limit 1`,
  );
  for (const event of ['pause', 'resume'] as const)
    await expect(desk.as(desk.drawer, (tx) => steerRun(tx, run!.id, event))).rejects.toMatchObject({
      code: 'STATEMENTS_CLOSED',
    });
  await expect(desk.as(desk.drawer, (tx) => tryAgain(tx, run!.shard))).rejects.toMatchObject({
    code: 'STATEMENTS_CLOSED',
  });
  await expect(desk.as(desk.drawer, (tx) => prepareRun(tx, run!.end))).rejects.toMatchObject({
    code: expect.stringMatching(/RUN_EXISTS|LATER_PERIOD_SETTLED/),
  });
  await expect(
    desk.as(desk.drawer, (tx) => tx.client.query('update settlement.statement set closing_fen = closing_fen')),
  ).rejects.toThrow(/permission denied/);
});

test('a supplier reads its own that were approved, without who; a stranger none; finance what it may do', async () => {
  const waiting = await propose(9n);
  const list = (actor: Actor) => viewAdjustments(desk.shop.database, actor, { limit: 100 });
  const own = await list(person(grant('supplier', supplier)));
  expect(own.data.length).toBeGreaterThan(0);
  expect(own.data.every(({ state, proposedBy, decidedBy }) => state === 'posted' && !proposedBy && !decidedBy)).toBe(
    true,
  );
  expect((await list(person(grant('supplier', randomUUID())))).data).toEqual([]);
  await expect(viewAdjustment(desk.shop.database, person(grant('supplier', supplier)), waiting)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const mine = async (by: Actor) => (await viewAdjustment(desk.shop.database, by, waiting)).mine;
  expect([await mine(desk.drawer), await mine(desk.approver), await mine(person(grant('operator')))]).toEqual([
    ...['withdraw', 'decide', null],
  ]);
});
