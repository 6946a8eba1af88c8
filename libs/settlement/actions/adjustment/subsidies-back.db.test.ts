import { money, time } from '@xihuo/kernel';
import { command } from '@xihuo/platform';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { grant, kit, person } from '../../fixtures/payout-desk';
import { exitRound } from '../../fixtures/leaving';
import { enterReturn, enterSubsidy } from '../enter-subsidy';
import { receiveSubsidy } from '../receive-subsidy';
import { viewFunderCredits } from '../return-subsidy';
import { runSettlement } from '../run-settlement';
import { decide } from './decide-adjustment';
import { proposeLateRefund, proposeWriteOff } from './propose-adjustment';
import { viewWritableOff } from './write-off';

jest.setTimeout(240_000);

/** Half of a price of 100 yuan is taken off; of that an organisation funds 30, the platform 20. */

const yuan = (fen: bigint | number) => money.toWire(money.fen(BigInt(fen)));
const [drawer, approver] = [person(grant('finance')), person(grant('finance'))];

let shop: Shop;
let supplier = '';
let funder: string;
let days: number;
beforeEach(async () => {
  shop = await openShop();
  days = 0;
  supplier = '';
  funder = await shop.supplier();
  await sell();
});
afterEach(() => holding.closeSound(shop));

async function sell(): Promise<void> {
  const offer = await shop.offer({ priceFen: 10_000n, ...(supplier ? { supplierId: supplier } : {}) });
  supplier = offer.supplierId;
  await shop.promotions.running({
    ...{ kind: 'fullReduction', thresholdFen: 10_000n, reductionFen: 5_000n },
    funders: [
      { kind: 'organisation', organisationId: funder, shareBp: 6_000 },
      { kind: 'platform', organisationId: null, shareBp: 4_000 },
    ],
  });
  await shop.receivedOrder(new Map([[offer.productId, await shop.lot(offer, 100_000n)]]), { offer });
  await settle(8);
}
async function settle(more: number): Promise<void> {
  days += more;
  await shop.setClock(`${days} days`);
  await shop.releaseAfter(days);
  const end = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  await shop.setClock(`${(days += 1)} days`);
  await shop.does((tx) => runSettlement(tx, end));
}
let receipts = 0;
const by = { entered: 'person:one', confirmed: 'person:another' };
const pays = (funderId: string | null, fen: number) =>
  shop.does((tx) => receiveSubsidy(tx, { funderId, amount: yuan(fen), bankReference: `B-${(receipts += 1)}` }, by));
const as = <View>(actor: typeof drawer, work: Parameters<typeof command<View>>[2]) =>
  command(shop.database, { name: 'test', actor, requestId: 'test' }, work).then(({ view }) => view);
async function goesBack(fen: bigint): Promise<void> {
  const [line] = await shop.rows<{ statement: string; line: string }>(
    `select statement.id as statement, line.line_id as line from settlement.line join settlement.statement using (run_id, supplier_id)
      where supplier_id = $1 order by line.line_id limit 1`,
    [supplier],
  );
  const wanted = {
    statementId: line!.statement,
    lineId: line!.line,
    amount: yuan(fen),
    reason: '召回',
    evidence: '公告',
  };
  const id = await as(drawer, (tx) => proposeLateRefund(tx, wanted));
  await as(approver, (tx) => decide(tx, kit, { id, decision: 'approve', reason: '核对无误' }));
}
const balance = (code: string, owner: string | null) =>
  shop.count(
    `select coalesce(sum(case when (account.id = credit_account) = (normal_side = 'credit') then amount_fen else -amount_fen end), 0)
       from ledger.account_v account left join ledger.transfer_v on account.id in (debit_account, credit_account)
      where account.code = $1 and owner_id is not distinct from $2`,
    [code, owner],
  );
/** What the organisation owes and has back, what the platform owes less what it has back, and what the supplier has and is to give back. */
const books = async () => ({
  owes: await balance('funderDebt', funder),
  has: await balance('funderCredit', funder),
  platform: await balance('platformSubsidy', null),
  subsidy: await balance('supplierSubsidy', supplier),
  back: await balance('supplierReceivable', supplier),
});

describe('a refund after settlement gives funders their part back', () => {
  // Of 50.00 that was paid, so much goes back; the organisation has paid so much of 30.00 by then.
  it.each([
    ['nothing was paid: they owe so much less', 0, 2_500n, { owes: 1_500, has: 0, platform: 1_000, back: 2_500 }],
    ['all of it, nothing was paid', 0, 5_000n, { owes: 0, has: 0, platform: 0, back: 5_000 }],
    ['all was paid: the supplier gives it back', 3_000, 2_500n, { owes: 0, has: 1_500, platform: 1_000, back: 4_000 }],
    ['a part was paid: what was not goes first', 2_000, 2_500n, { owes: 0, has: 500, platform: 1_000, back: 3_000 }],
    ['one fen: rounded as it was owed', 0, 1n, { owes: 2_999, has: 0, platform: 1_999, back: 1 }],
  ])('%s', async (_name, paid, fen, expected) => {
    if (paid > 0) await pays(funder, paid);
    await goesBack(fen);
    const { subsidy, ...rest } = await books();
    expect(rest).toEqual(expected);
    expect(subsidy).toBe(expected.owes + expected.platform);
  });

  it('bit by bit it comes to the same as at once, and never to more than was funded', async () => {
    await pays(funder, 2_000);
    for (const fen of [1n, 1_249n, 1_250n]) await goesBack(fen);
    expect(await books()).toMatchObject({ owes: 0, has: 500, platform: 1_000, back: 3_000 });
    await goesBack(2_500n);
    expect(await books()).toMatchObject({ owes: 0, has: 2_000, platform: 0, back: 7_000 });
  });

  it('what the supplier gives back is netted and on its statement, and pays what the funder owes next', async () => {
    await pays(funder, 3_000);
    await pays(null, 2_000);
    await settle(1);
    await goesBack(5_000n);
    expect(await books()).toMatchObject({ owes: 0, has: 3_000, platform: -2_000, back: 10_000 });
    await settle(1);
    const [said] = await shop.rows(
      `select adjustment_fen::integer as adjustment, late_refund_fen::integer as late, closing_fen::integer as closing
         from settlement.statement where supplier_id = $1 order by period_end desc limit 1`,
      [supplier],
    );
    expect(said).toEqual({ adjustment: -5_000, late: 5_000, closing: 0 });
    await sell();
    // The run that owes it has nothing to use yet; the next one settles it with the line.
    expect(await books()).toMatchObject({ owes: 3_000, has: 3_000 });
    await settle(1);
    expect(await books()).toMatchObject({ owes: 0, has: 0, platform: 0, subsidy: 0 });
    expect(await shop.count('select sum(subsidy_fen) from settlement.line')).toBe(10_000);
    expect(await balance('supplierPayable', supplier)).toBe(10_000);
  });
});

describe('what a funder has back and owes nothing for', () => {
  const enter = (by: string, fen: number, bankReference = 'OUT-1') =>
    shop.does((tx) => enterReturn(tx, { funderId: funder, amount: yuan(fen), bankReference }, by));
  const credits = async () =>
    (await viewFunderCredits(shop.database)).data.map(({ credit, free }) => [credit.amount, free.amount]);

  it('is sent back to it by two, as far as suppliers have given it back', async () => {
    await pays(funder, 3_000);
    await goesBack(2_500n);
    expect(await credits()).toEqual([['1500', '0']]);
    await expect(enter('person:one', 1)).rejects.toMatchObject({
      ...{ code: 'SUBSIDY_RETURN_TOO_LARGE', extra: { freeFen: '0' } },
    });
    await settle(1);
    expect(await credits()).toEqual([['1500', '1500']]);
    await expect(enter('person:one', 1_501)).rejects.toMatchObject({ code: 'SUBSIDY_RETURN_TOO_LARGE' });
    expect(await enter('person:one', 1_000)).toEqual({ state: 'waits' });
    await expect(enter('person:one', 1_000)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    expect(await books()).toMatchObject({ has: 1_500 });
    expect(await enter('person:another', 1_000)).toEqual({ state: 'booked' });
    expect(await books()).toMatchObject({ has: 500 });
    await expect(enter('person:one', 500)).rejects.toMatchObject({ code: 'SUBSIDY_RECEIPT_KNOWN' });
    expect(await credits()).toEqual([['500', '500']]);
  });

  it('two who agree at the same moment book it once, and never more than there is', async () => {
    await pays(funder, 3_000);
    await goesBack(2_500n);
    await settle(1);
    await enter('person:one', 1_500);
    await enter('person:one', 1_500, 'OUT-2');
    const ends = await Promise.allSettled([
      enter('person:two', 1_500),
      enter('person:three', 1_500),
      enter('person:two', 1_500, 'OUT-2'),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await books()).toMatchObject({ has: 0 });
  });

  it('what one entered as sent back another does not confirm by entering it as come', async () => {
    await pays(funder, 3_000);
    await goesBack(2_500n);
    await settle(1);
    await enter('person:one', 1_500);
    await sell();
    const come = { funderId: funder, amount: yuan(1_500), bankReference: 'OUT-1' };
    expect(await shop.does((tx) => enterSubsidy(tx, come, 'person:another'))).toMatchObject({ state: 'waits' });
    expect(await books()).toMatchObject({ owes: 3_000, has: 1_500 });
  });

  it('pays what the funder owes first', async () => {
    await pays(funder, 3_000);
    await goesBack(2_500n);
    await settle(1);
    await sell();
    expect(await credits()).toEqual([['1500', '0']]);
    await settle(1);
    expect(await credits()).toEqual([]);
  });
});

describe('of a supplier that leaves, what an organisation does not pay', () => {
  const writable = () => viewWritableOff(shop.database, supplier);
  const propose = (fen: number) =>
    as(drawer, (tx) =>
      proposeWriteOff(tx, { supplierId: supplier, amount: yuan(fen), reason: '催收无果', evidence: '催收函' }),
    );

  it('holds its exit up to its last day, and is then taken off the books by two people, all of it', async () => {
    await pays(null, 2_000);
    await settle(1);
    await shop.leaves(supplier, 5);
    const round = () => exitRound({ shop } as never);
    expect(await round()).toMatchObject({ remainingDebts: 'underWay 待付供应商 70.00 元、待收补贴 30.00 元' });
    expect((await writable()).amount).toEqual(yuan(0));
    await expect(propose(3_000)).rejects.toMatchObject({ code: 'WRITE_OFF_NOT_YET' });
    await shop.setClock(`${(days += 6)} days`);
    expect(await writable()).toEqual({ amount: yuan(3_000), kind: 'subsidyOff' });
    await expect(propose(2_999)).rejects.toMatchObject({ code: 'WRITE_OFF_TOO_LARGE' });
    const id = await propose(3_000);
    await expect(
      as(drawer, (tx) => decide(tx, kit, { id, decision: 'approve', reason: '核对无误' })),
    ).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await as(approver, (tx) => decide(tx, kit, { id, decision: 'approve', reason: '核对无误' }));
    expect(await books()).toMatchObject({ owes: 0, subsidy: 0, back: 0 });
    expect(await round()).toMatchObject({ remainingDebts: 'underWay 待付供应商 70.00 元' });
    await settle(1);
    expect(
      await shop.rows(
        `select kind, adjustment.state, adjustment_fen::integer as adjustment, closing_fen::integer as closing
           from settlement.adjustment join settlement.statement on statement.id = statement_id`,
      ),
    ).toEqual([{ kind: 'subsidyOff', state: 'posted', adjustment: 0, closing: 7_000 }]);
    expect((await writable()).amount).toEqual(yuan(0));
  });

  it('what the platform itself funds is paid, and never taken off', async () => {
    await pays(funder, 3_000);
    await shop.leaves(supplier, 5);
    await shop.setClock(`${(days += 6)} days`);
    await exitRound({ shop } as never);
    await expect(propose(2_000)).rejects.toMatchObject({ code: 'WRITE_OFF_NOT_YET' });
  });
});
