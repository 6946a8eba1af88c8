import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { holding } from '@xihuo/testing';
import { exitRound } from '../../fixtures/leaving';
import { grant, kit, openPayoutDesk, person, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { runSettlement } from '../run-settlement';
import { decide } from './decide-adjustment';
import { proposeLateRefund, proposeWriteOff } from './propose-adjustment';
import { viewAdjustment } from './view-adjustments';
import { viewWritableOff } from './write-off';

jest.setTimeout(240_000);

/** What a supplier that leaves is to give back and cannot pay: two people write it off, its last statement says so, and the exit is over. */

let desk: PayoutDesk;
let supplier: string;
beforeEach(async () => {
  desk = await openPayoutDesk();
  supplier = desk.offer.supplierId;
  await desk.account(desk.household);
  await desk.account(supplier, '102100099996');
  await desk.settled();
});
afterEach(() => holding.closeSound(desk.shop));

const propose = (fen: bigint, by = desk.drawer, supplierId = supplier) =>
  desk.as(by, (tx) =>
    proposeWriteOff(tx, {
      ...{ supplierId, amount: money.toWire(money.fen(fen)) },
      ...{ reason: '账户已注销', evidence: '催收函 2026-01' },
    }),
  );
const approve = (id: string, by = desk.approver) =>
  desk.as(by, (tx) => decide(tx, kit, { id, decision: 'approve', reason: '核对无误' }));
const writable = async () => (await viewWritableOff(desk.shop.database, supplier)).amount.amount;
const owes = () => desk.balance('supplierReceivable', supplier);

async function nextDay(): Promise<void> {
  const end = await desk.today();
  await desk.later(24);
  await desk.shop.does((tx) => runSettlement(tx, end));
}

/** The supplier was paid all it had, and then one of its buyers is paid back: it is to give back what it no longer has. */
async function owingBack(fen: bigint): Promise<void> {
  const run = await desk.atTheBank();
  const on = await desk.today();
  await desk.tell(run, ...(await desk.itemsOf(run)).map((item) => tells(item, 'pay', { on })));
  const [line] = await desk.shop.rows<{ statement: string; line: string }>(
    `select statement.id as statement, line.line_id as line from settlement.line join settlement.statement using (run_id, supplier_id)`,
  );
  const wanted = { statementId: line!.statement, lineId: line!.line, amount: money.toWire(money.fen(fen)) };
  await approve(
    await desk.as(desk.drawer, (tx) => proposeLateRefund(tx, { ...wanted, reason: '召回', evidence: '召回公告' })),
  );
}

interface Said {
  period: string;
  opening: string;
  adjustment: string;
  late: string;
  closing: string;
}
const statements = () =>
  desk.shop.rows<Said>(
    `select period_end::text as period, opening_fen as opening, adjustment_fen as adjustment, late_refund_fen as late, closing_fen as closing
       from settlement.statement where supplier_id = $1 order by period_end`,
    [supplier],
  );

it('is proposed by one, approved by another, borne by the platform, named in the last statement, and ends the exit', async () => {
  await owingBack(3_000n);
  await desk.shop.leaves(supplier);
  expect(await exitRound(desk)).toMatchObject({
    farmerDues: expect.stringMatching(/^done/),
    finalStatement: 'waiting',
  });
  await nextDay();
  expect(await exitRound(desk)).toMatchObject({
    remainingDebts: 'blocked 供应商应退 30.00 元',
    finalStatement: 'waiting',
  });
  expect(await writable()).toBe('3000');
  await expect(propose(3_001n)).rejects.toMatchObject({ code: 'WRITE_OFF_TOO_LARGE', extra: { leftFen: '3000' } });

  const id = await propose(3_000n);
  expect(await exitRound(desk)).toMatchObject({ remainingDebts: 'blocked 供应商应退 30.00 元（核销待复核）' });
  await expect(approve(id, desk.drawer)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  expect(await owes()).toBe(3_000);
  await approve(id);
  await expect(approve(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect([await owes(), await desk.balance('platformAdjustment', null), await writable()]).toEqual([0, 3_000, '0']);
  expect(
    await desk.shop.rows(`select code, rule_version, amount_fen::text from ledger.transfer_v where source_id = $1`, [
      id,
    ]),
  ).toEqual([{ code: 'settle.writeOff', rule_version: 'receivable.writeOff@1', amount_fen: '3000' }]);
  expect(await exitRound(desk)).toMatchObject({
    remainingDebts: 'done 双方已无欠款；已核销 30.00 元',
    finalStatement: 'waiting',
  });

  await nextDay();
  const last = (await statements()).at(-1)!;
  expect(last).toMatchObject({ opening: '-3000', adjustment: '3000', late: '0', closing: '0' });
  expect(await viewAdjustment(desk.shop.database, desk.approver, id)).toMatchObject({
    ...{ kind: 'writeOff', state: 'posted', statement: { periodEnd: last.period } },
  });
  expect(await exitRound(desk)).toMatchObject({
    finalStatement: `done 最后一期结算单截至 ${last.period}`,
  });
  expect(await desk.shop.rows('select state from admission.exit_procedure')).toEqual([{ state: 'completed' }]);
  // Nothing of it is paid to anybody.
  await expect(desk.draw()).rejects.toMatchObject({ code: 'PAYOUT_NOTHING_DUE' });
});

it('is approved before its refund stands on a statement: both are named in the same one', async () => {
  await owingBack(3_000n);
  await desk.shop.leaves(supplier);
  await exitRound(desk);
  await approve(await propose(1_000n));
  expect(await owes()).toBe(2_000);
  await nextDay();
  expect((await statements()).at(-1)).toMatchObject({ adjustment: '1000', late: '3000', closing: '-2000' });
});

it('only of a supplier that leaves, and never before its households have theirs', async () => {
  await owingBack(3_000n);
  expect(await writable()).toBe('0');
  await expect(propose(1n)).rejects.toMatchObject({ code: 'WRITE_OFF_NOT_YET' });
  await expect(propose(1n, desk.drawer, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await desk.shop.workedDays(supplier, 1, 9_000n);
  await desk.shop.leaves(supplier);
  expect(await exitRound(desk)).toMatchObject({ farmerDues: 'blocked 尚欠 1 户，90.00 元，须由供应商付清' });
  await expect(propose(1n)).rejects.toMatchObject({ code: 'WRITE_OFF_NOT_YET' });
});

it('two that are approved at once are never more than what is owed', async () => {
  await owingBack(3_000n);
  await desk.shop.leaves(supplier);
  await exitRound(desk);
  const two = [await propose(2_000n), await propose(2_000n)];
  const answers = await Promise.allSettled([approve(two[0]!), approve(two[1]!, person(grant('finance')))]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'WRITE_OFF_TOO_LARGE' },
  });
  expect(await owes()).toBe(1_000);
});
