import { money, time } from '@xihuo/kernel';
import { claims } from '@xihuo/ordering';
import { refunds } from '@xihuo/payment';
import { holding, type PlacedOrder } from '@xihuo/testing';
import { ANSWERING, exitRound } from '../fixtures/leaving';
import { openPayoutDesk, tells, type PayoutDesk } from '../fixtures/payout-desk';
import { runSettlement } from './run-settlement';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
  await desk.account(desk.household);
  await desk.account(desk.offer.supplierId, '102100099996');
});
afterEach(() => holding.closeSound(desk.shop));

const LEAVING_DAYS = 60;
const leaving = () => desk.shop.leaves(desk.offer.supplierId, LEAVING_DAYS);
const round = () => exitRound(desk);

const paidBack = async (order: PlacedOrder) => {
  const [refund] = await desk.shop.rows<{ id: string; source: string; fen: string }>(
    `select refund.id, source_id as source, refund.amount_fen as fen
       from payment.refund join payment.payment on payment.id = refund.payment_id where payment.order_id = $1`,
    [order.id],
  );
  await desk.shop.does(async (tx) => {
    const amountFen = money.fen(BigInt(refund!.fen));
    await refunds.apply(tx, [{ refundKey: refund!.id, refundRef: 're_exit', state: 'succeeded', amountFen }]);
    await claims.followRefunds(tx, [refund!.source], 'refunded');
  });
  return refund!.fen;
};

it('a supplier that leaves finishes its orders or they are paid back, households come first, then it is paid', async () => {
  await desk.settled();
  const unsent = await desk.shop.paidOrder({ offer: desk.offer });
  await leaving();
  expect(await round()).toEqual({
    openOrders: 'underWay 待发货 1 单',
    afterSales: 'underWay 在途 1 单',
    farmerDues: 'underWay 待订单了结并结算',
    ...{ remainingDebts: 'waiting', finalStatement: 'waiting' },
  });
  const list = await desk.draw();
  expect(list).toMatchObject({ items: 1, held: [{ reason: 'standing', amount: { amount: '8000' } }] });

  await desk.later((LEAVING_DAYS + 2) * 24);
  expect(await round()).toMatchObject({
    openOrders: 'done 在途订单已全部了结',
    afterSales: 'underWay 售后处理中 1 件',
  });
  expect(await paidBack(unsent)).toBe('10000');
  expect(await round()).toMatchObject({
    afterSales: 'done 售后与争议已全部了结',
    farmerDues: 'done 农户应得已全部计入农户账户',
    remainingDebts: 'underWay 待付供应商 80.00 元',
    finalStatement: 'waiting',
  });
});

it('a part that cannot be ended holds up no other, and is ended once it can', async () => {
  const [poisoned] = (await desk.shop.paidOrder({ offer: desk.offer })).supplierOrders;
  await desk.shop.paidOrder({ offer: desk.offer });
  await leaving();
  await desk.shop.rows(`create function ordering.refuse() returns trigger language plpgsql as
    $$ begin if new.supplier_order_id = '${poisoned!.id}' then raise exception 'not this one'; end if; return new; end $$`);
  await desk.shop.rows(
    'create trigger refuse before insert on ordering.after_sale for each row execute function ordering.refuse()',
  );
  await desk.later((LEAVING_DAYS + 2) * 24);
  expect(await round()).toMatchObject({ openOrders: 'underWay 待发货 1 单' });
  await desk.shop.rows('drop trigger refuse on ordering.after_sale');
  expect(await round()).toMatchObject({ openOrders: 'done 在途订单已全部了结' });
});

test.each(ANSWERING.map((part) => [part.name, part] as const))(
  '%s hears that somebody leaves',
  (name, { consumers = [] }) => {
    expect(consumers.filter(({ event }) => event === 'exitStarted').map(({ consumer }) => consumer)).toEqual([
      `${name}.onExitStarted`,
    ]);
  },
);

it('what households are owed and nothing can pay any more blocks, and is said to the fen', async () => {
  await desk.settled();
  await desk.shop.workedDays(desk.offer.supplierId, 1, 9_000n);
  await leaving();
  expect(await round()).toMatchObject({
    openOrders: 'done 在途订单已全部了结',
    farmerDues: 'blocked 尚欠 1 户，90.00 元，须由供应商付清',
    finalStatement: 'waiting',
  });
});

it('the last statement comes after the last payment: it names it, and ends the account with nothing', async () => {
  await desk.settled();
  await leaving();
  expect(await round()).toMatchObject({ remainingDebts: 'underWay 待付供应商 80.00 元' });
  const run = await desk.atTheBank();
  const items = await desk.itemsOf(run);
  expect(items.map(({ purpose }) => purpose)).toEqual(['payable', 'share']);
  const on = await desk.shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  expect(await desk.tell(run, ...items.map((item) => tells(item, 'pay', { on })))).toEqual(['written', 'written']);
  expect(await round()).toMatchObject({ remainingDebts: 'done 双方已无欠款', finalStatement: 'waiting' });

  // It comes back: the account is not ended before it is paid again, and the statement names all three.
  const payable = items.find(({ purpose }) => purpose === 'payable')!;
  await desk.tell(run, tells(payable, 'bounce', { on, reason: '账户已销户' }));
  expect(await round()).toMatchObject({ finalStatement: 'waiting' });
  await desk.account(desk.offer.supplierId, '102100099997');
  const again = await desk.atTheBank();
  const [item] = await desk.itemsOf(again);
  const day = await desk.today();
  expect(await desk.tell(again, tells(item!, 'pay', { on: day }))).toEqual(['written']);
  expect(await round()).toMatchObject({ finalStatement: 'waiting' });

  await desk.later(24);
  await desk.shop.does((tx) => runSettlement(tx, day));
  const [last] = await desk.shop.rows<{ period: string; payout: string; closing: string }>(
    `select period_end::text as period, payout_fen as payout, closing_fen as closing from settlement.statement
      where supplier_id = $1 order by period_end desc limit 1`,
    [desk.offer.supplierId],
  );
  expect(last).toMatchObject({ period: day, payout: '8000', closing: '0' });
  expect(await round()).toMatchObject({ finalStatement: `done 最后一期结算单截至 ${day}` });
  expect(await desk.shop.rows('select state from admission.exit_procedure')).toEqual([{ state: 'completed' }]);
});
