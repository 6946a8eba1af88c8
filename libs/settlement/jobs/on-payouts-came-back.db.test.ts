import { holding } from '@xihuo/testing';
import { kit, openPayoutDesk, tells, type PayoutDesk } from '../fixtures/payout-desk';
import { onPayoutsCameBack } from './on-payouts-came-back';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
});
afterEach(() => holding.closeSound(desk.shop));

test('who was not paid is told once, in the app, and asked for an account; who was paid is left alone', async () => {
  await desk.shop.rows(
    `with person as (insert into identity.person (display_name) values ('户主') returning id)
     insert into identity.role_grant (person_id, role, household_id, granted_at, granted_by)
     select id, 'farmer', $1, now(), 'test' from person`,
    [desk.household],
  );
  await desk.account(desk.household);
  await desk.account(desk.offer.supplierId, '102100099996');
  await desk.settled();
  const run = await desk.atTheBank();
  const [payable, share] = await desk.itemsOf(run);
  await desk.shop.rows('delete from platform.notice');
  await desk.tell(run, tells(payable!, 'pay'), tells(share!, 'fail', { reason: '账号不存在' }));
  const events = await desk.shop.rows<{ id: string; payload: { how: 'fail'; payeeIds: string[] } }>(
    `select id, payload from platform.outbox_event where name = 'payoutsCameBack'`,
  );
  expect(events.map(({ payload }) => payload)).toEqual([{ how: 'fail', payeeIds: [desk.household] }]);
  const hear = () =>
    desk.shop.does((tx) =>
      onPayoutsCameBack.handle(
        tx,
        events.map((event) => ({ ...event, name: 'payoutsCameBack', requestId: 'test', occurredAt: tx.now })),
        { get: () => kit } as unknown as Parameters<typeof onPayoutsCameBack.handle>[2],
      ),
    );
  await hear();
  await hear();
  expect(await desk.shop.rows('select title_zh, about from platform.notice')).toEqual([
    { title_zh: '一笔付款未成功', about: 'payouts:own' },
  ]);
});
