import type { Locator } from 'playwright-core';
import type { Colleague } from './colleague';
import { photo } from './invented';

/** Opened by a reviewer on a published ground, from the supplier's page; answers the case's address. */
export async function openCase(
  reviewer: Colleague,
  supplier: string,
  ground: string,
  summary: string,
): Promise<string> {
  const { page } = reviewer;
  await reviewer.open('/admission/watching', 'watching');
  await reviewer.open(`/admission/watching/suppliers/${supplier}`, 'watched-supplier');
  await reviewer.decide('立案', async (box) => {
    await reviewer.choose('事由', ground, box);
    await reviewer.fill('发现的情况', summary, box);
  });
  await reviewer.read('已立案');
  const named = { name: ground.replace(/^\S+ /, ''), exact: true };
  await page.getByRole('table', { name: '线索与案件' }).getByRole('link', named).first().click();
  await page.getByRole('heading', { name: '发现的情况' }).waitFor();
  await reviewer.look('case');
  return new URL(page.url()).pathname.replace('/console', '');
}

async function fillMeasure(reviewer: Colleague, box: Locator, kind: RegExp, reason: string): Promise<void> {
  const choice = await box.getByLabel('措施').locator('option').filter({ hasText: kind }).textContent();
  await reviewer.choose('措施', choice!, box);
  await reviewer.fill('理由', reason, box);
}

/** What holds at once: notice, warning, rectification, suspension. */
export async function impose(reviewer: Colleague, matter: string, kind: RegExp, reason: string): Promise<void> {
  await reviewer.open(matter, 'case');
  await reviewer.decide('采取措施', (box) => fillMeasure(reviewer, box, kind, reason));
  await reviewer.read('措施已生效，已通知供应商');
  await reviewer.look('case-with-measure');
}

/**
 * From a page that was opened before somebody else acted: the first try is refused, what happened meanwhile appears behind the
 * box, and what was typed is still there to be sent over it.
 */
export async function imposeOvertaken(late: Colleague, kind: RegExp, reason: string, meanwhile: string): Promise<void> {
  const { page } = late;
  late.visitor.provokes(/412.*\/measures$/);
  await late.decide('采取措施', async (box) => {
    await fillMeasure(late, box, kind, reason);
    await late.press('采取措施', box);
    await box.getByText('内容已被他人更新').waitFor();
    await page.getByRole('link', { name: meanwhile, exact: true, includeHidden: true }).waitFor();
  });
  await late.read('措施已生效，已通知供应商');
}

/** On the supplier's own page of what is asked of it. */
export async function openOwnMeasure(clerk: Colleague, kind: string): Promise<void> {
  await clerk.open('/admission/own', 'own-matters');
  await clerk.page.getByRole('link', { name: kind, exact: true }).first().click();
  await clerk.page.getByRole('heading', { level: 1, name: kind }).waitFor();
  await clerk.look(`own-${kind}`);
}

/** Why it happened, what is put right, and how it does not happen again; then that it is done, with a photo. */
export async function putRight(clerk: Colleague): Promise<void> {
  await openOwnMeasure(clerk, '限期整改');
  await clerk.decide('提交整改方案', async (box) => {
    await clerk.fill('根本原因', '装箱前没有逐箱称重，缺斤。', box);
    await clerk.fill('纠正措施', '已给投诉的顾客补发，装箱台加了电子秤。', box);
    await clerk.fill('预防措施', '每批抽十箱复称，台账随批次留存。', box);
  });
  await clerk.read('方案已提交');
  await clerk.decide('报告整改完毕', async (box) => {
    await clerk.fill('做了什么', '两台电子秤已用上，十一月三批复称全部合格。', box);
    await box
      .locator('input[type=file]')
      .setInputFiles({ name: '复称台账.jpg', mimeType: 'image/jpeg', buffer: await photo('复称台账') });
    await box.getByText('复称台账.jpg').waitFor();
  });
  await clerk.read('已报告，等审核人员核验');
  await clerk.look('own-rectification-reported');
}

export async function verify(reviewer: Colleague, supplier: string): Promise<void> {
  const { page } = reviewer;
  await reviewer.open(`/admission/watching/suppliers/${supplier}`, 'watched-supplier');
  await page.getByRole('table', { name: '措施' }).getByRole('link', { name: '限期整改' }).first().click();
  await reviewer.look('measure');
  await reviewer.decide('核验通过', (box) => reviewer.fill('核验意见', '台账和照片已核对，复称合格。', box));
  await reviewer.read('整改已核验');
}

/** Nobody suspends alone: one proposes, the supplier is heard, somebody else decides. */
export async function propose(reviewer: Colleague, matter: string, reason: string): Promise<void> {
  await reviewer.open(matter, 'case');
  await reviewer.decide('提出处置意见', async (box) => {
    await reviewer.choose('拟采取', '暂停交易', box);
    await reviewer.fill('事实与理由', reason, box);
  });
  await reviewer.read('正在听取陈述，期满后才能决定');
  await reviewer.look('case-proposed');
}

export async function state(clerk: Colleague, ground: string, statement: string): Promise<void> {
  await clerk.open('/admission/own', 'own-matters');
  await clerk.page.getByRole('link', { name: ground }).first().click();
  await clerk.decide('陈述意见', (box) => clerk.fill('您的陈述', statement, box));
  await clerk.read('陈述已提交');
  await clerk.look('own-case');
}

export async function decide(reviewer: Colleague, matter: string): Promise<void> {
  await reviewer.open(matter, 'case');
  await reviewer.read('陈述期已满，可以决定');
  await reviewer.decide('决定处置', (box) => reviewer.fill('决定的理由', '收购台账与发货量不符，先行暂停。', box));
  await reviewer.read('已决定，措施已生效');
  await reviewer.look('case-decided');
}

export async function appeal(clerk: Colleague): Promise<void> {
  await openOwnMeasure(clerk, '暂停交易');
  await clerk.decide('申诉', (box) =>
    clerk.fill('申诉理由', '台账漏记的一批有过磅单和转账记录，发货量没有超过收购量。', box),
  );
  await clerk.read('申诉已提交');
  await clerk.look('own-appeal');
}

/** Who had a hand in the case is told that others decide. */
export async function cannotAnswer(reviewer: Colleague, supplierName: string): Promise<void> {
  await reviewer.open('/admission/watching/appeals', 'appeals');
  await reviewer.page.getByRole('table').getByRole('link', { name: supplierName }).first().click();
  await reviewer.read('参与过本案的人员和供应商一方不能答复，由其他审核员决定。');
  await reviewer.look('appeal-not-yours');
}

export async function uphold(reviewer: Colleague, supplierName: string): Promise<void> {
  await reviewer.open('/admission/watching/appeals', 'appeals');
  await reviewer.page.getByRole('table').getByRole('link', { name: supplierName }).first().click();
  await reviewer.decide('申诉成立', (box) =>
    reviewer.fill('决定的理由', '过磅单与转账记录核对一致，原决定撤销。', box),
  );
  await reviewer.read('已答复，供应商和县里已得到通知');
  await reviewer.look('appeal-upheld');
}
