import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningHouse } from '../running-house';
import type { Colleague } from '../admission/colleague';

const WHAT = '账单有，平台没有';

/** Taken at the provider's own desk: it stands on the bill, and no payment of ours is behind it. */
export async function moneyNobodyAskedFor({ sandbox, dataDir }: RunningHouse): Promise<void> {
  const { sandboxKey } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { sandboxKey: string };
  const ask = async (path: string, fields: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${sandbox}/v1/payment_intents${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandboxKey}` },
      body: new URLSearchParams(fields),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { id: string };
  };
  const { id } = await ask('', { amount: '8800', currency: 'cny' });
  await ask(`/${id}/confirm`, { payment_method: 'pm_card_visa' });
}

/** Found in the list, taken, and said what it is. */
export async function explainDifference(finder: Colleague): Promise<void> {
  await finder.open('/payment/differences', 'differences');
  await finder.follow(WHAT);
  await finder.page.getByRole('heading', { level: 1, name: WHAT }).waitFor();
  await finder.read('¥88.00');
  await finder.look('difference');
  await finder.decide('由我负责', async () => undefined);
  await finder.decide('说明原因', (box) =>
    finder.fill('说明', '对方误在机构后台直接收款，已联系退回，凭证 2026-1130-07。', box),
  );
  await finder.read('您已说明这笔差异，须由另一位财务复核关闭。');
  await finder.page.getByRole('button', { name: '收回说明' }).waitFor();
  await finder.look('difference-explained');
}

/** Somebody else of finance reads it and closes it; it leaves the list of what is to be done. */
export async function closeDifference(second: Colleague): Promise<void> {
  await second.open('/payment/differences', 'differences');
  await second.follow(WHAT);
  await second.read('凭证 2026-1130-07');
  await second.decide('复核关闭', async () => undefined);
  await second.look('difference-closed');
  await second.open('/payment/differences?view=closed', 'differences-closed');
  await second.page.getByRole('main').getByRole('link', { name: WHAT }).first().waitFor();
}
