import { holding, openShop, type Shop } from '@xihuo/testing';
import { benefitParts } from '../benefit-parts';
import { reportOverdue } from './report-overdue';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

it('what households have earned longer ago than the setting and not had is told of the supplier, once a day', async () => {
  const { supplierId } = await shop.offer({ priceFen: 5_000n, grams: 1_000n });
  await shop.workedDays(supplierId, 2, 9_000n);
  await shop.rows(
    `update benefit.obligation set earned_on = (platform.business_now() at time zone 'Asia/Shanghai')::date`,
  );
  const told = () =>
    shop.rows(`select kind, amount::text from admission.signal where supplier_id = $1 order by day`, [supplierId]);
  await shop.does(reportOverdue);
  expect(await told()).toEqual([]);
  // A shorter time that holds from tomorrow on says nothing of what was earned today.
  await shop.fromTomorrow('benefit.payWithinDays', 3);
  await shop.setClock('10 days');
  await shop.does(reportOverdue);
  expect(await told()).toEqual([]);
  await shop.setClock('31 days');
  await shop.does(reportOverdue);
  await shop.does(reportOverdue);
  expect(await told()).toEqual([{ kind: 'unpaidDues', amount: '18000' }]);
  await shop.setClock('32 days');
  await shop.does(reportOverdue);
  expect(await told()).toHaveLength(2);
  expect(benefitParts.jobs!.map(({ name }) => name)).toContain('benefit.reportOverdue');
});
