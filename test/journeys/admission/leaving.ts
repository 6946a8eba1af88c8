import type { Colleague } from './colleague';

/** The supplier asks to leave, and reads until when that is public. */
export async function askToLeave(clerk: Colleague): Promise<void> {
  await clerk.open('/admission/own', 'own-matters');
  await clerk.decide('申请退出', (box) => clerk.fill('退出的原因', '合作社改做加工，不再零售。', box));
  await clerk.read('退出申请正在公示。');
  await clerk.look('own-leaving-asked');
}

const openRequest = async (reviewer: Colleague, supplier: string) => {
  const { page } = reviewer;
  await reviewer.open(`/admission/watching/suppliers/${supplier}`, 'watched-supplier');
  await page.getByRole('table', { name: '线索与案件' }).getByRole('link', { name: '主动退出' }).first().click();
  await page.getByRole('heading', { name: '发现的情况' }).waitFor();
};

/** One reviewer proposes that it leaves; the notice runs on. */
export async function proposeExit(reviewer: Colleague, supplier: string): Promise<void> {
  await openRequest(reviewer, supplier);
  await reviewer.decide('提出处置意见', async (box) => {
    await reviewer.choose('拟采取', '清退', box);
    await reviewer.fill('事实与理由', '供应商自愿退出，公示期内无异议。', box);
    await reviewer.fill('禁止重新准入期（月）', '0', box);
  });
  await reviewer.read('正在听取陈述，期满后才能决定');
}

/** Another decides once it was public long enough; what is open is settled step by step. */
export async function decideExit(reviewer: Colleague, supplier: string): Promise<void> {
  await openRequest(reviewer, supplier);
  await reviewer.decide('决定处置', (box) => reviewer.fill('决定的理由', '公示期满，同意退出。', box));
  await reviewer.read('已决定，措施已生效');
  await reviewer.look('exit-decided');
}

/** Who audits the county reads how far the leaving is, and has nothing to press. */
export async function readExit(auditor: Colleague, supplierName: string): Promise<void> {
  await auditor.open('/admission/watching/exits', 'exits');
  await auditor.follow(supplierName);
  await auditor.page.getByRole('heading', { level: 1, name: `${supplierName} 退出清理` }).waitFor();
  await auditor.read('停止销售');
  await auditor.look('exit-read');
}
