import type { RunningHouse } from '../running-house';
import { askForCode } from '../steps';
import type { Visitor } from '../visitor';

/** Forty thousand bits in a tenth of a second, and as long to answer: what a village has on a bad day. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** From here on the visitor's line carries 400 kbit/s; answers how many bytes have come over it, headers and all. */
export async function onASlowLine({ page }: Visitor): Promise<() => number> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', SLOW);
  let bytes = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}

interface Household {
  id: string;
  displayName: string;
}

/** The household that is signed in. */
export function ownHousehold({ page }: Visitor): Promise<Household> {
  return page.evaluate(async () => {
    const earnings = (await (await fetch('/api/v1/me/earnings')).json()) as { household: Household };
    return earnings.household;
  });
}

/** Money came back: the household reads why, and names another card with a code to its own phone. */
export async function mendCard(farmer: Visitor, house: RunningHouse, { displayName }: Household): Promise<void> {
  const { page } = farmer;
  await page.reload({ waitUntil: 'networkidle' });
  await farmer.checkAccess('money-came-back');
  await page.getByRole('link', { name: '有一笔钱被银行退回，请换一张卡' }).click();
  await page.getByRole('heading', { level: 1, name: '收款卡' }).waitFor();
  await page.getByText(/被银行退回：账户已销户。/).waitFor();
  await page.getByLabel('卡上的户名').fill('别人');
  await page.getByLabel('卡号').fill('5555 5555 5555 4444');
  await page.getByLabel('开户银行').fill('示例农信社');
  await page.getByLabel('手机号').fill(house.account('farmer').login);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByText(`户名要与登记的“${displayName}”一样`).waitFor();
  await page.getByLabel('卡上的户名').fill(displayName);
  await farmer.checkAccess('another-card');
  const code = await askForCode(farmer, house, house.account('farmer').login);
  await page.getByLabel('6 位验证码').fill(code);
  await farmer.checkAccess('card-code');
  await page.getByRole('button', { name: '换成尾号 4444 的卡' }).click();
  await page.getByRole('heading', { name: '新卡：示例农信社尾号 4444' }).waitFor();
  await page.getByText('等平台另一位工作人员核对').waitFor();
  await farmer.checkAccess('card-waits');
}
