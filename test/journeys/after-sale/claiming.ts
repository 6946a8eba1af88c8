import type { Locator } from 'playwright-core';
import { photo } from '../admission/invented';
import { boxOf, insist, press } from '../dispute/deciding';
import { filmed, seeFilm } from '../filming';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';

/** A paid order of the demonstration supplier's goods alone, as the buyer's page shows it. */
export interface Bought {
  id: string;
  /** Its page. */
  url: string;
}

interface Claim {
  /** As the list of the form begins. */
  kind: string;
  product: string;
  reason?: string;
  /** Over what would be paid back. */
  sum?: string;
}

/** The form of a claim, with one pack of one product in it. */
async function fillClaim(buyer: Visitor, { url }: Bought, { kind, product, reason, sum }: Claim): Promise<void> {
  const { page } = buyer;
  await buyer.open(`${url}/after-sales/new`);
  const kinds = page.getByLabel('需要什么');
  await kinds.selectOption(await valueOf(kinds, kind));
  if (reason) await page.getByLabel('原因').selectOption({ label: reason });
  const packs = page.getByLabel(`${product} 的件数`);
  await packs.fill('1');
  await packs.press('Tab');
  await page.getByText(sum ?? '可退金额').waitFor();
}

/** Of the choice that begins so: which products it may be about stands behind. */
async function valueOf(select: Locator, start: string): Promise<string> {
  const option = select.locator('option').filter({ hasText: start });
  await option.waitFor({ state: 'attached' });
  return (await option.getAttribute('value'))!;
}

async function submit(buyer: Visitor): Promise<void> {
  await press(buyer.page, '提交申请');
  await buyer.page.waitForURL('**/after-sales');
  await buyer.page.getByText('等商家答复').first().waitFor();
}

/** What rots is claimed by a photo, and not without one. */
export async function claimDamage(buyer: Visitor, bought: Bought, product: string): Promise<void> {
  const { page } = buyer;
  await fillClaim(buyer, bought, { kind: '生鲜坏损赔付', product });
  await press(page, '提交申请');
  await page.getByText('请至少附一张照片或一段视频').waitFor();
  const file = { name: '坏损.jpg', mimeType: 'image/jpeg', buffer: await photo('坏损') };
  await page.getByLabel('照片和视频', { exact: true }).setInputFiles(file);
  await page.getByRole('img', { name: '照片 1' }).waitFor();
  const film = { name: '坏损.webm', mimeType: 'video/webm', buffer: await filmed(page, file.buffer) };
  await page.getByLabel('照片和视频', { exact: true }).setInputFiles(film);
  await seeFilm(page.getByLabel('视频 2'));
  await buyer.checkAccess('claim-damage');
  await submit(buyer);
  await press(page, '看视频');
  await seeFilm(page.getByLabel('视频 2'));
  await buyer.checkAccess('after-sales');
}

/** Refused, it is brought before the platform, where it goes on as a dispute. */
export async function escalate(buyer: Visitor, { url }: Bought): Promise<void> {
  const { page } = buyer;
  await buyer.open(`${url}/after-sales`);
  await page.getByText('商家已拒绝').waitFor();
  await press(page, '申请平台介入');
  const box = boxOf(page);
  await box.getByLabel('为什么不同意').fill('照片上看得出烂了一半');
  await buyer.checkAccess('escalating');
  await box.getByRole('button', { name: '申请平台介入', exact: true }).click();
  await page.getByText('平台处理中').or(page.getByText('已关闭')).first().waitFor();
}

export async function claimReturn(buyer: Visitor, bought: Bought, product: string): Promise<void> {
  await fillClaim(buyer, bought, { kind: '退货退款', product, reason: '质量问题' });
  await submit(buyer);
}

/** Packs that were not in the parcel are wanted, not their money. */
export async function claimResend(buyer: Visitor, bought: Bought, product: string): Promise<void> {
  const sum = '换不到、补不来时可退';
  await fillClaim(buyer, bought, { kind: '补发', product, reason: '少件', sum });
  await buyer.checkAccess('claim-resend');
  await submit(buyer);
}

/** What was sent in place of them came: the claim is over. */
export async function confirmReplacement(buyer: Visitor, { url }: Bought): Promise<void> {
  const { page } = buyer;
  await buyer.open(`${url}/after-sales`);
  await page.getByText('示例快递 SLBF2026112900001').waitFor();
  await buyer.checkAccess('replacement-sent');
  await insist(page, '收到补寄的商品');
  await page.getByText('已换补', { exact: true }).first().waitFor();
}

/** What goes back is sent with a number. */
export async function sendBack(buyer: Visitor, { url }: Bought): Promise<void> {
  const { page } = buyer;
  await buyer.open(`${url}/after-sales`);
  await page.getByText('请寄回商品', { exact: true }).waitFor();
  await press(page, '填写退货运单');
  const box = boxOf(page);
  await box.getByLabel('快递公司').fill('示例快递');
  await box.getByLabel('运单号').fill('SLTH2026112900001');
  await press(page, '已寄出');
  await page.getByText('等商家验货').first().waitFor();
  await page.getByText('示例快递 SLTH2026112900001').waitFor();
}

export async function readRefunded(buyer: Visitor, house: RunningHouse, bought: Bought): Promise<void> {
  await house.until(
    1,
    `select count(*) from ordering.after_sale where order_id = $1 and kind = 'return' and state = 'refunded'`,
    [bought.id],
  );
  await buyer.open(`${bought.url}/after-sales`);
  await buyer.page.getByText('已退款', { exact: true }).waitFor();
  await buyer.checkAccess('after-sale-refunded');
}
