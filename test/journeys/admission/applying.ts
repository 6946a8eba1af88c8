import { expect } from '@jest/globals';
import type { Colleague } from './colleague';
import { bankCard, daysAgo, householdTable, idNumber, photo, SCAN } from './invented';

export interface Cooperative {
  name: string;
  uscc: string;
  phone: string;
  county: readonly [string, string, string];
}

/** By phone, with the code that came; what follows is the first step of the application. Answers its id. */
export async function register(clerk: Colleague, cooperative: Cooperative): Promise<string> {
  const { page, house } = clerk;
  await clerk.visitor.open(`${house.origin}/console`);
  await page.getByRole('link', { name: '我要入驻' }).click();
  await clerk.fill('手机号', cooperative.phone);
  await clerk.look('register-phone');
  await clerk.codeAfter(cooperative.phone, '获取验证码', '短信验证码');
  await clerk.fill('您的姓名', '示例经办人');
  await clerk.fill('申请主体名称', cooperative.name);
  await clerk.choose('主体类型', '农民专业合作社');
  await clerk.county('所在县', cooperative.county);
  await clerk.look('register-applicant');
  await clerk.press('注册并开始申请');
  await page.waitForURL(/\/admission\/apply\/[0-9a-f-]{36}/);
  return /[0-9a-f-]{36}/.exec(page.url())![0];
}

const next = (clerk: Colleague) => clerk.press('保存，下一步');
const at = (clerk: Colleague, step: string) => clerk.page.getByRole('heading', { level: 2, name: step }).waitFor();

/** The steps of words: who, which products, how households earn, how much. */
export async function fillForm(clerk: Colleague, { uscc }: Cooperative): Promise<void> {
  await at(clerk, '主体信息');
  // A digit wrong first: the machine says so while one types, and stops nothing.
  await clerk.fill('统一社会信用代码', `${uscc.slice(0, 17)}${uscc.endsWith('A') ? 'B' : 'A'}`);
  await clerk.read(/系统核对：/);
  await clerk.fill('统一社会信用代码', uscc);
  await clerk.fill('住所', '渭源县示例镇示例村一组');
  await clerk.fill('法定代表人（负责人）', '示例人');
  await clerk.fill('成立日期', '2018-05-01');
  await clerk.tick('营业执照没有固定期限');
  await clerk.look('apply-subject');
  await next(clerk);
  await at(clerk, '许可证照');
  await clerk.look('apply-licences');
  await next(clerk);
  await at(clerk, '拟售产品');
  await clerk.press('添加产品');
  await clerk.fill('产品名称', '示例高山苹果');
  await clerk.choose('类别', '水果');
  await clerk.look('apply-products');
  await next(clerk);
  await at(clerk, '联农带农');
  await clerk.tick(/^订单式收购/);
  await clerk.fill('怎样带动农户增收', '与 48 户签订三年订单，每斤保底 2.2 元，随行就市上浮，交货当天付款。');
  await clerk.look('apply-linkage');
  await next(clerk);
}

/** One household by hand, the others by a table with one faulty row, which is left out. */
export async function addHouseholds(clerk: Colleague): Promise<void> {
  const { page } = clerk;
  await at(clerk, '带动农户');
  await clerk.decide(
    '添加一户',
    async (box) => {
      await clerk.fill('户主姓名', '示例户一', box);
      await clerk.fill('村', '示例村', box);
      await clerk.choose('户类型', '脱贫户', box);
      await clerk.fill('户主身份证号', idNumber(1), box);
      await clerk.fill('收款银行卡号', bankCard(1), box);
      await clerk.fill('同意日期', daysAgo(60), box);
      await clerk.choose('同意方式', '本人签字', box);
      await clerk.tick('这一户已单独看过或听过上面的文字并同意', box);
    },
    '登记这一户',
  );
  await clerk.read('示例户一');
  await clerk.press('表格批量导入');
  await page
    .getByLabel('选择填好的表格')
    .setInputFiles({ name: '示例村带动农户.csv', mimeType: 'text/csv', buffer: householdTable() });
  await clerk.read('有误 1 行');
  await clerk.read('可写入 3 行');
  await clerk.look('import-preview');
  await clerk.tick(/跳过有误的 1 行/);
  await clerk.press('确认写入 3 户');
  await clerk.read('已写入 3 户');
  await clerk.look('import-done');
  await clerk.press('收起');
  await clerk.read('示例户14');
  await next(clerk);
}

/** What can be supplied, the papers, the three sentences; then everything once more, and the signature. */
export async function handIn(clerk: Colleague): Promise<void> {
  const { page } = clerk;
  await at(clerk, '供货能力');
  await clerk.fill('一年可供（千克）', '60000');
  await clerk.fill('付款后多少小时内发货', '48');
  for (const month of [9, 10, 11]) await clerk.tick(`${month} 月`);
  await clerk.look('apply-capacity');
  await next(clerk);
  await at(clerk, '证明材料');
  for (const [kind, name, buffer] of [
    ['营业执照', '营业执照.jpg', await photo('营业执照')],
    ['利益联结协议', '收购协议.pdf', SCAN],
    ['农户单独同意书', '同意书.pdf', SCAN],
    ['基地、车间照片', '基地.jpg', await photo('示例果园')],
  ] as const) {
    const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg';
    await page.getByLabel(`拍照或选文件 ${kind}`).setInputFiles({ name, mimeType, buffer });
    await page.getByRole('button', { name, exact: true }).waitFor();
  }
  await clerk.look('apply-documents');
  await next(clerk);
  await at(clerk, '承诺');
  for (const sentence of ['申请内容真实', '近期没有因食品', '同意公开准入情况'])
    await clerk.tick(new RegExp(`^${sentence}`));
  await clerk.look('apply-undertakings');
  await next(clerk);
  await at(clerk, '核对并提交');
  await clerk.read('4 户');
  // What was lacking a moment ago is asked anew as the step opens.
  await page.getByText('填齐下面几项才能提交').waitFor({ state: 'detached' });
  // Nobody else wrote here: the own words of a moment ago must not look like another's.
  expect(await page.getByText('这一步在别处也改过').count()).toBe(0);
  await clerk.look('apply-submit');
  await clerk.press('签署并提交申请');
  await clerk.read('轮到县农业农村部门和乡村振兴部门，两家分别签署。');
  await clerk.look('apply-progress');
}
