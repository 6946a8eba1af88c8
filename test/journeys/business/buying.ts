import { photo } from '../admission/invented';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';

export interface Wanted {
  slug: string;
  name: string;
  sku: string;
  /** The lot it is shipped from. */
  lot: string;
  /** The fewest an organisation orders. */
  packs: number;
}

export interface Placed {
  number: string;
  /** Of its page. */
  path: string;
}

/** Pastes a list, chooses of two suppliers the one that is meant, sees who must approve, and submits it. */
export async function order(buyer: Visitor, { slug, name, sku, packs }: Wanted): Promise<Placed> {
  const { page } = buyer;
  await page.getByText('待付货款').waitFor();
  await buyer.checkAccess('business');
  await page.getByRole('link', { name: '新建采购单' }).click();
  await page.waitForURL('**/business/*/new');
  await page.getByLabel('商品清单').fill(`商品\t数量\n${slug}\t${packs}`);
  await page.getByRole('button', { name: '识别清单' }).click();
  await page.getByText('有多种规格或供应商，请选择').waitFor();
  await buyer.checkAccess('purchase-ambiguous');
  await page.getByLabel('选择规格').selectOption(sku);
  await page.getByRole('main').getByRole('link', { name }).waitFor();
  await page.getByText('提交后需经 1 级审批。').waitFor();
  await buyer.checkAccess('purchase-new');
  await page.getByRole('button', { name: '提交采购单' }).click();
  await page.waitForURL('**/business/orders/*');
  await page.getByText('审批中', { exact: true }).waitFor();
  await buyer.checkAccess('purchase');
  const heading = await page.getByRole('heading', { level: 1, name: /采购单 \d+/ }).textContent();
  return { number: /\d{16}/.exec(heading!)![0], path: new URL(page.url()).pathname };
}

/** Whoever approves came by the link of the purchase order itself. */
export async function approve(approver: Visitor, { number }: Placed): Promise<void> {
  const { page } = approver;
  await page.getByRole('heading', { level: 1, name: `采购单 ${number}` }).waitFor();
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText('已下单', { exact: true }).waitFor();
  await approver.checkAccess('purchase-approved');
}

/** One pack is turned away with a photo: claimed and credited in the same step. */
export async function acceptButOne(buyer: Visitor, { name, lot }: Wanted): Promise<void> {
  const { page } = buyer;
  await page.getByText('待验收', { exact: true }).waitFor();
  await page.getByRole('link', { name: lot }).waitFor();
  const rejected = page.getByLabel(`拒收数量 ${name}`);
  await rejected.fill('1');
  await rejected.press('Tab');
  const accept = page.getByRole('button', { name: '验收，并拒收所填数量' });
  await accept.click();
  await page.getByText('请为拒收的商品拍照').waitFor();
  const file = { name: '破损.jpg', mimeType: 'image/jpeg', buffer: await photo('破损') };
  await page.getByLabel('照片和视频', { exact: true }).setInputFiles(file);
  await page.getByRole('img', { name: '照片 1' }).waitFor();
  await page.getByText('请先验票').waitFor();
  await page.getByRole('radio', { name: '票证有缺' }).check();
  await page.getByLabel('缺什么').fill('缺检验报告');
  await buyer.checkAccess('acceptance');
  await accept.click();
  await page.getByText('已验收', { exact: true }).waitFor();
  await page.getByText(/验票，缺：缺检验报告/).waitFor();
  await page.getByText(/冲减单 CN\d+/).waitFor();
  await buyer.checkAccess('purchase-accepted');
}

export interface Owed {
  amountFen: bigint;
  creditedFen: bigint;
  openFen: bigint;
  payCode: string;
}

export async function receivableOf(house: RunningHouse, { number }: Placed): Promise<Owed> {
  const [row] = await house.rows<{ amount: string; credited: string; open: string; code: string }>(
    `select sum(owed.amount_fen)::text as amount, sum(owed.credited_fen)::text as credited, sum(owed.open_fen)::text as open,
            min(purchase.pay_code) as code
       from ordering.receivable owed join ordering.purchase_order purchase on purchase.id = owed.purchase_order_id
      where purchase.number = $1`,
    [number],
  );
  const { amount, credited, open, code } = row!;
  return { amountFen: BigInt(amount), creditedFen: BigInt(credited), openFen: BigInt(open), payCode: code };
}
