import { expect } from '@jest/globals';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';

export interface Found {
  slug: string;
  name: string;
}

/** From the list of channels to one of them, a product on its page, the cart, and an order whose page says where it was found. */
export async function orderFrom(
  visitor: Visitor,
  house: RunningHouse,
  { path, found, says }: { path: string; found: Found; says: string },
): Promise<void> {
  const { page } = visitor;
  const main = page.getByRole('main');
  await visitor.open(`${house.origin}${path}`);
  await visitor.checkAccess(path);
  await main.getByRole('link', { name: found.name }).first().click();
  await page.getByRole('heading', { level: 1, name: found.name }).waitFor();
  await visitor.checkAccess(`${path}/${found.slug}`);
  await main.locator('a[href^="/p/"]').first().click();
  await page.waitForURL(/\/p\/.+\?(venue|campaign)=/);
  await page.getByRole('button', { name: '立即购买' }).click();
  await page.waitForURL('**/checkout');
  await page.getByLabel('收货人').fill('张示例');
  await page.getByLabel('手机号').fill('13900000000');
  await page.getByLabel('省、自治区、直辖市').selectOption({ label: '上海市' });
  await page.getByLabel('市、州或区县').selectOption({ label: '黄浦区' });
  await page.getByLabel('详细地址').fill('示例路100号2单元301');
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.waitForURL('**/cashier/**');
  await page.getByRole('button', { name: /支付成功/ }).click();
  await page.waitForURL('**/orders/**');
  await page.getByText('付款成功').waitFor();
  await page.getByRole('link', { name: says }).first().waitFor();
  await visitor.checkAccess('order');
  const column = path === '/venues' ? 'venue' : 'campaign';
  const lines = await house.count(
    `select count(*) from ordering.order_line line join catalogue.${column} on ${column}.id = line.${column}_id
      where ${column}.slug = $1 and line.order_id = $2`,
    [found.slug, /\/orders\/([0-9a-f-]{36})/.exec(page.url())![1]],
  );
  expect(lines).toBe(1);
}
