import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';
import type { Owed, Placed } from './buying';

/** Sent by the supplier's clerk before anything is paid: the terms say so. */
export async function shipAll(
  clerk: Visitor,
  house: RunningHouse,
  { number, lot }: Placed & { lot: string },
): Promise<void> {
  const { page } = clerk;
  const [part] = await house.rows<{ id: string; orderNumber: string }>(
    `select part.id, placed.number as "orderNumber" from ordering.purchase_order purchase
       join ordering.customer_order placed on placed.id = purchase.order_id
       join ordering.supplier_order part on part.order_id = placed.id where purchase.number = $1`,
    [number],
  );
  await clerk.open(`${house.origin}/console/ordering/orders/${part!.id}`);
  await page.getByRole('button', { name: '发货' }).first().click();
  // The oldest that has enough for a whole case is proposed; this one is to be read of later.
  await page.getByLabel('从哪个批次发').selectOption({ label: lot });
  await page.getByLabel('快递公司').fill('示例冷链');
  await page.getByLabel('运单号').fill('SL2026112800001');
  await clerk.checkAccess('ship-to-business');
  await page.getByRole('button', { name: '确认发货' }).click();
  await page.getByText(`订单 ${part!.orderNumber} 已发货`).waitFor();
  await page.getByText('SL2026112800001').first().waitFor();
}

/** What came into the bank today, with the code of the purchase order in its words: written down by one, confirmed by another. */
export async function enterTransfer(
  [first, second]: readonly [Visitor, Visitor],
  house: RunningHouse,
  { openFen, payCode }: Owed,
): Promise<void> {
  const { page } = first;
  const bankNumber = `示例流水-${payCode}`;
  const [day] = await house.rows<{ today: string }>(
    `select (platform.business_now() at time zone 'Asia/Shanghai')::date::text as today`,
  );
  await first.open(`${house.origin}/console/ordering/transfers`);
  await page.getByRole('button', { name: '登记到账' }).click();
  const box = page.locator('[role=dialog], [role=alertdialog]');
  await box.getByLabel('银行流水号').fill(bankNumber);
  await box.getByLabel('到账日期').fill(day!.today);
  await box.getByLabel('金额（元）').fill(`${openFen / 100n}.${String(openFen % 100n).padStart(2, '0')}`);
  await box.getByLabel('付款户名').fill('示例超市');
  await box.getByLabel('附言').fill(`货款${payCode}`);
  await first.checkAccess('transfer-enter');
  await box.getByRole('button', { name: '登记', exact: true }).click();
  await box.waitFor({ state: 'detached' });
  const written = page.getByRole('row').filter({ hasText: bankNumber });
  await written.getByText('待另一人确认').waitFor();
  expect(await written.getByRole('button', { name: '确认入账' }).count()).toBe(0);
  await first.checkAccess('transfers');

  await second.open(`${house.origin}/console/ordering/transfers`);
  const waiting = second.page.getByRole('row').filter({ hasText: bankNumber });
  await waiting.getByRole('button', { name: '确认入账' }).click();
  await second.page.locator('[role=alertdialog]').getByRole('button', { name: '确认入账' }).click();
  await waiting.getByText('已入账').waitFor();
}
