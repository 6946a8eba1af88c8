import { expect } from '@jest/globals';
import type { Goods } from '../admission/selling';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';

/** By the search, as buyers come, once the index has followed. */
export async function openInShop(visitor: Visitor, house: RunningHouse, { name, productId }: Goods): Promise<void> {
  const { page } = visitor;
  await house.until(0, 'select count(*) from catalogue.search_stale where product_id = $1', [productId]);
  await visitor.open(`${house.origin}/products?q=${encodeURIComponent(name)}`);
  await page.getByRole('main').locator('a[href^="/p/"]').filter({ hasText: name }).first().click();
  // The page of results bears the name in its own heading.
  await page.waitForURL('**/p/**');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** What was published, as a buyer reads it: words, price with its units, season, freshness, number, tiers for businesses. */
export async function readProduct(visitor: Visitor): Promise<void> {
  const main = visitor.page.getByRole('main');
  const says = (text: string | RegExp) => main.getByText(text).first().waitFor();
  await says('海拔两千二百米，脆甜');
  await main.getByRole('radio', { name: /2\.5kg/ }).check();
  for (const text of ['¥9.80', '¥19.60', '不少于 30 天', '采收日历']) await says(text);
  await main.getByRole('radio', { name: / 5kg/ }).check();
  await says('06901234567892');
  await main.locator('summary').filter({ hasText: '单位采购价' }).click();
  for (const text of ['20–99 件', '¥70.00', '100 件及以上', '¥65.00', '20 件起订，每次增加 5 件']) await says(text);
  await visitor.checkAccess('product-page');
}

/** A mark on the page of a product: there while its paper is valid, gone once that is over, which the paper then says. */
export async function markIs(visitor: Visitor, mark: string, shown: boolean): Promise<void> {
  const { page } = visitor;
  const main = page.getByRole('main');
  const papers = main
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: '证书与检测', exact: true }) });
  // The list of papers names it either way; the mark beside the price is a second place.
  const places = shown ? 2 : 1;
  let found = 0;
  // A page that was just drawn is shown once more for a moment (libs/platform/web/rendered.ts), so the one before may come again.
  for (let tries = 0; tries < 10 && found !== places; tries += 1) {
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await papers.getByText(mark, { exact: true }).waitFor();
    found = await main.getByText(mark, { exact: true }).count();
  }
  expect(found).toBe(places);
  if (!shown) await papers.getByText('已过期').first().waitFor();
  await visitor.checkAccess(`mark-${shown}`);
}
