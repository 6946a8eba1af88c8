import { freshCode } from '../fresh-code';
import type { RunningHouse } from '../running-house';
import { signInToConsole } from '../steps';
import type { Visitor } from '../visitor';

/** A supplier's clerk who wants to name its account is led to a second factor, enrols one, comes back and names it. */
export async function nameOwnAccount(clerk: Visitor, house: RunningHouse): Promise<void> {
  const { page } = clerk;
  await signInToConsole(clerk, house, 'supplier');
  await clerk.open(`${house.origin}/console/settlement/accounts`);
  await page.getByText('请先绑定动态口令').waitFor();
  await clerk.checkAccess('account-factor-first');
  await page.getByRole('link', { name: '去绑定动态口令' }).click();
  await page.getByRole('heading', { level: 1, name: '动态口令' }).waitFor();
  await clerk.checkAccess('own-factor');
  const secret = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent())!.replaceAll(' ', '');
  await page.getByLabel('密码').fill(house.account('supplier').password!);
  await page.getByLabel('六位口令').fill(await freshCode(secret));
  await page.getByRole('button', { name: '绑定', exact: true }).click();
  await page.waitForURL('**/settlement/accounts');

  await page.getByRole('button', { name: '提出新账户' }).click();
  const box = page.getByRole('alertdialog');
  await box.getByLabel('账号').fill('6228 4800 0000 0001');
  await box.getByLabel('开户行').fill('示例银行');
  await box.getByLabel('原因').fill('首次登记');
  await clerk.checkAccess('account-proposing');
  await box.getByRole('button', { name: '提出新账户' }).click();
  await page.getByText('待复核').waitFor();
  await clerk.checkAccess('account-proposed');

  await clerk.open(`${house.origin}/console/identity/sessions`);
  await page.getByText('绑定时间').waitFor();
  await clerk.checkAccess('sessions-with-factor');
  await page.context().clearCookies();
  await clerk.open(`${house.origin}/console`);
  await page.getByLabel('账号').fill(house.account('supplier').login);
  await page.getByLabel('密码').fill(house.account('supplier').password!);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('六位口令').fill(await freshCode(secret));
  await page.getByRole('button', { name: '验证并进入' }).click();
  await page.getByRole('heading', { name: /您好/ }).waitFor();
}
