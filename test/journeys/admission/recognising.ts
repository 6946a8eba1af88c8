import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';
import type { Colleague } from './colleague';
import type { Goods } from './selling';

/** The supplier asks for the mark, by the rule of its county. Answers the recognition's address. */
export async function askRecognition(clerk: Colleague, { supplierId, productId }: Goods): Promise<string> {
  const { page } = clerk;
  await clerk.open(`/catalogue/products/${supplierId}/${productId}`, 'own-product');
  await clerk.decide(
    '申请认定',
    async (box) => {
      await clerk.fill('依据的办法', '渭源县消费帮扶产品认定办法（示例）渭农发〔2026〕7号', box);
      await clerk.choose('种类', '联农带农证明', box);
      await clerk.fill('名称或编号', '示例合作社收购台账2026年9月', box);
    },
    '提交认定申请',
  );
  await clerk.read('已提交，等县级部门盖章');
  await clerk.follow(/查看全过程/);
  await page.getByRole('heading', { level: 1, name: /^认定：/ }).waitFor();
  await clerk.look('recognition-asked');
  return new URL(page.url()).pathname.replace('/console', '');
}

export async function stamp(officer: Colleague, recognition: string): Promise<void> {
  await officer.open(recognition, 'recognition');
  await officer.decide(
    '盖章确认',
    async (box) => {
      await officer.fill('印章编号', '示例农章2026-1', box);
      await officer.fill('意见', '产自本县，收购台账属实，同意认定。', box);
    },
    '盖章',
  );
  await officer.read('已盖章，转平台核对');
}

export async function publishRecognition(reviewer: Colleague, recognition: string): Promise<void> {
  await reviewer.open(recognition, 'recognition');
  await reviewer.decide(
    '核对无误，予以公示',
    (box) => reviewer.fill('核对意见', '认定单位和佐证核对无误。', box),
    '予以公示',
  );
  await reviewer.read(/公示至.*期满无异议即认定/);
  await reviewer.look('recognition-on-notice');
}

/** The next edition, as one of the editors begins it; answers its number. */
export async function draftEdition(editor: Colleague): Promise<number> {
  const { page } = editor;
  await editor.open('/admission/editions', 'editions');
  await editor.decide('起草下一期', async (box) => {
    await editor.fill('标题（中文）', '平台推荐目录（示例）', box);
    await editor.fill('标题（英文）', 'Recommended catalogue (sample)', box);
  });
  await page.waitForURL(/\/admission\/editions\/\d+$/);
  await page.getByRole('heading', { name: '若现在发布，将收录' }).waitFor();
  await editor.look('edition-draft');
  return Number(page.url().split('/').pop());
}

/** By somebody else than began it: the drafter is not offered it. */
export async function publishEdition(drafter: Colleague, other: Colleague, number: number): Promise<void> {
  await drafter.open(`/admission/editions/${number}`, 'edition-own');
  await drafter.page.getByRole('heading', { name: '若现在发布，将收录' }).waitFor();
  expect(await drafter.page.getByRole('button', { name: '发布本期' }).count()).toBe(0);
  await other.open(`/admission/editions/${number}`, 'edition');
  await other.decide('发布本期', async () => undefined, `发布第 ${number} 期`);
  await other.read(`第 ${number} 期已发布`);
  await other.look('edition-published');
}

/** What the public reads of it, and the file it may take home: the bytes whose hash stands beside it. */
export async function readEdition(visitor: Visitor, house: RunningHouse, number: number, goods: Goods): Promise<void> {
  const { page } = visitor;
  await visitor.open(`${house.origin}/catalogue-editions`);
  await visitor.checkAccess('public-editions');
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`第 ${number} 期`) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByLabel('商品或供应商名称').fill(goods.name);
  await page.getByRole('main').getByRole('button', { name: '查询' }).click();
  await page.getByRole('link', { name: goods.name }).first().waitFor();
  await visitor.checkAccess('public-edition');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'XLSX', exact: true }).click(),
  ]);
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await page.getByText(createHash('sha256').update(bytes).digest('hex')).waitFor();
}
