import { randomUUID } from 'node:crypto';
import { money, time } from '@xihuo/kernel';
import { postAll } from '@xihuo/ledger';
import type { Actor } from '@xihuo/platform';
import { holding } from '@xihuo/testing';
import { CARDS, openPayoutDesk, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { instruct } from './bank-file';
import { discardList } from './decide-list';
import { setAsideNext } from './set-aside';
import { stopPayouts, viewStop } from './stop-payouts';
import { viewPayoutRun } from './view-payouts';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
});
afterEach(() => holding.closeSound(desk.shop));

describe('a list', () => {
  beforeEach(async () => {
    await desk.account(desk.household);
    await desk.account(desk.offer.supplierId, '102100099996');
    await desk.settled();
  });

  it('is drawn up, approved by another person, set aside, handed over and paid, and the books say so', async () => {
    const before = await desk.balance('institution', null);
    const run = await desk.draw();
    expect(run).toMatchObject({ state: 'drawn', items: 2, amount: { amount: '10000' }, held: [] });
    expect(await viewPayoutRun(desk.shop.database, desk.approver, run.id)).toMatchObject({ mine: true });
    await expect(desk.approve(run, desk.drawer)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await expect(desk.approve({ ...run, hash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'PAYOUT_LIST_CHANGED' });
    await desk.approve(run);
    await expect(desk.approve(run)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await expect(desk.as(desk.drawer, (tx) => instruct(tx, run.batches[0]!.id))).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    await desk.setAside();
    await desk.as(desk.drawer, (tx) => instruct(tx, run.batches[0]!.id));
    const [payable, share] = await desk.itemsOf(run);
    expect(await desk.tell(run, tells(payable!, 'pay'), tells(share!, 'pay'))).toEqual(['written', 'written']);
    expect(await desk.tell(run, tells(payable!, 'pay'))).toEqual(['known']);
    expect([
      await desk.balance('householdPayable', desk.household),
      await desk.balance('supplierPayable', desk.offer.supplierId),
    ]).toEqual([0, 0]);
    expect(await desk.balance('institution', null)).toBe(before - 10_000);
    expect((await viewPayoutRun(desk.shop.database, desk.drawer, run.id)).batches[0]!.became).toEqual([
      { state: 'paid', items: 2, amount: { amount: '10000', currency: 'CNY' } },
    ]);
    await expect(desk.draw()).rejects.toMatchObject({ code: 'PAYOUT_NOTHING_DUE' });
  });

  it('takes what is due once, however many draw it up at once', async () => {
    const drawn = await Promise.allSettled([desk.draw(), desk.draw(), desk.draw()]);
    expect(drawn.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of drawn)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'PAYOUT_RUN_OPEN' });
  });

  it('is set aside once by two workers', async () => {
    await desk.approve(await desk.draw());
    const ended = await Promise.all([
      desk.shop.does(setAsideNext),
      desk.shop.does(setAsideNext),
      desk.shop.does(setAsideNext),
    ]);
    expect(ended.filter((batch) => batch !== null)).toHaveLength(1);
    expect(await desk.shop.count(`select count(*) from ledger.transfer where code like 'payout.%'`)).toBe(2);
  });

  it('may be thrown away before it is approved, and all of it is due again', async () => {
    const run = await desk.draw();
    await desk.as(desk.drawer, (tx) => discardList(tx, { id: run.id, reason: '金额待核' }));
    await expect(desk.approve(run)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    expect(await desk.draw()).toMatchObject({ items: 2, amount: { amount: '10000' } });
  });

  it('that was altered is not approved; altered after that, it is thrown away before any money moves', async () => {
    const run = await desk.draw();
    const [, share] = await desk.itemsOf(run);
    const alter = (fen: number) =>
      desk.shop.rows('update settlement.payout_item set amount_fen = $2 where id = $1', [share!.id, fen]);
    await alter(2_001);
    await expect(desk.approve(run)).rejects.toMatchObject({ code: 'PAYOUT_LIST_CHANGED' });
    await alter(2_000);
    await desk.approve(run);
    await alter(2_001);
    await desk.setAside();
    await alter(2_000);
    expect((await viewPayoutRun(desk.shop.database, desk.drawer, run.id)).batches).toMatchObject([
      { state: 'discarded' },
    ]);
    expect(await desk.shop.count(`select count(*) from ledger.transfer where code like 'payout.%'`)).toBe(0);
    expect(await desk.draw()).toMatchObject({ items: 2 });
  });

  it('with an account that changes before approval is refused; after it, that line alone is void and due again', async () => {
    const run = await desk.draw();
    const changed = await desk.propose(desk.household, CARDS[3]);
    await expect(desk.approve(run)).rejects.toMatchObject({ code: 'PAYOUT_LIST_CHANGED', extra: { accounts: 1 } });
    await desk.decide(changed, 'cancel');
    await desk.approve(run);
    await desk.propose(desk.household, CARDS[3]);
    await desk.setAside();
    expect((await desk.itemsOf(run)).map(({ purpose, state, reason }) => [purpose, state, reason])).toEqual([
      ['payable', 'setAside', null],
      ['share', 'voided', 'accountChanged'],
    ]);
    expect(await desk.draw()).toMatchObject({ state: 'discarded', items: 0, held: [{ reason: 'accountHeld' }] });
    await desk.shop.rows(
      `update settlement.payee_account set state = 'cancelled', decided_at = now() where state = 'proposed'`,
    );
    expect(await desk.draw()).toMatchObject({ items: 1, amount: { amount: '2000' } });
  });

  it('a line for which the books hold too little is void, the others go', async () => {
    const run = await desk.draw();
    await desk.approve(run);
    await desk.shop.does(async (tx) => {
      const id = randomUUID();
      await postAll(tx, [
        {
          ...{ id, groupId: id, code: 'test', sourceKind: 'test', sourceId: id, ruleVersion: 'test@1' },
          businessDate: time.businessDate(tx.now),
          amountFen: money.fen(1n),
          debit: { code: 'householdPayable', ownerId: desk.household },
          credit: { code: 'institution', ownerId: null },
          aside: { expiresOn: null },
        },
      ]);
    });
    await desk.setAside();
    expect((await desk.itemsOf(run)).map(({ state, reason }) => [state, reason])).toEqual([
      ['setAside', null],
      ['voided', 'exceedsBalance'],
    ]);
    const aside = await desk.shop.rows<{ id: string }>(`select id from ledger.transfer where code = 'test'`);
    await desk.shop.does(async (tx) => {
      const id = randomUUID();
      const booked = { id, groupId: id, code: 'test', sourceKind: 'test', sourceId: id, ruleVersion: 'test@1' };
      await postAll(tx, [{ ...booked, businessDate: time.businessDate(tx.now), pendingId: aside[0]!.id, how: 'void' }]);
    });
  });

  it('is not touched while payouts are stopped', async () => {
    const stop = (stopped: boolean, by = stopped ? desk.drawer : desk.approver) =>
      desk.as(by, (tx) => stopPayouts(tx, { stopped, reason: '疑似欺诈' }));
    await stop(true);
    await expect(desk.draw()).rejects.toMatchObject({ code: 'PAYOUTS_STOPPED', extra: { reason: '疑似欺诈' } });
    const offered = async (by: Actor) => (await viewStop(desk.shop.database, by)).mayResume;
    expect([await offered(desk.drawer), await offered(desk.approver)]).toEqual([false, true]);
    await expect(stop(false, desk.drawer)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await stop(false);
    const run = await desk.draw();
    await stop(true);
    await expect(desk.approve(run)).rejects.toMatchObject({ code: 'PAYOUTS_STOPPED' });
    await stop(false);
    await desk.approve(run);
    await stop(true);
    expect(await desk.shop.does(setAsideNext)).toBeNull();
    await stop(false);
    await desk.setAside();
    await stop(true);
    await expect(desk.as(desk.drawer, (tx) => instruct(tx, run.batches[0]!.id))).rejects.toMatchObject({
      code: 'PAYOUTS_STOPPED',
    });
    await stop(false);
    await desk.as(desk.drawer, (tx) => instruct(tx, run.batches[0]!.id));
  });

  it('what a bank says is taken once; what it cannot say is refused by name and nothing of it booked', async () => {
    const run = await desk.atTheBank();
    const [payable, share] = await desk.itemsOf(run);
    const unknown = { ...share!, id: randomUUID() };
    const said = await desk.tell(
      run,
      tells(unknown, 'pay'),
      tells(payable!, 'pay', { amount: '8001' }),
      tells(payable!, 'bounce'),
      tells(payable!, 'pay', { on: '2199-01-01' }),
      tells(share!, 'fail', { reason: '账号不存在' }),
    );
    expect(said).toEqual([
      'PAYOUT_ITEM_UNKNOWN',
      'PAYOUT_AMOUNT_DIFFERS',
      'PAYOUT_RESULT_CONTRADICTS',
      'DAY_AHEAD',
      'written',
    ]);
    expect(await desk.tell(run, tells(share!, 'pay'), tells(share!, 'fail'))).toEqual([
      'PAYOUT_RESULT_CONTRADICTS',
      'known',
    ]);
    expect(await desk.balance('householdPayable', desk.household)).toBe(2_000);
    expect(await desk.tell(run, tells(payable!, 'pay'), tells(payable!, 'bounce', { reason: '户名不符' }))).toEqual([
      'written',
      'written',
    ]);
    expect(await desk.balance('supplierPayable', desk.offer.supplierId)).toBe(8_000);
    expect((await desk.itemsOf(run)).map(({ state, reason }) => [state, reason])).toEqual([
      ['returned', '户名不符'],
      ['failed', '账号不存在'],
    ]);
  });

  it('what came back is due again, and paid once another account is named', async () => {
    const run = await desk.atTheBank();
    const [payable, share] = await desk.itemsOf(run);
    await desk.tell(run, tells(payable!, 'pay'), tells(share!, 'fail'));
    expect(await desk.draw()).toMatchObject({ state: 'discarded', items: 0, held: [{ reason: 'accountReturned' }] });
    await desk.account(desk.household, CARDS[1]);
    const again = await desk.atTheBank();
    expect(again).toMatchObject({ items: 1, amount: { amount: '2000' } });
    await desk.tell(again, tells((await desk.itemsOf(again))[0]!, 'pay'));
    expect(await desk.balance('householdPayable', desk.household)).toBe(0);
  });
});
