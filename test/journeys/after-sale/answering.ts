import type { Colleague } from '../admission/colleague';
import { seeFilm } from '../filming';
import type { Bought } from './claiming';

/** Everything of the order in one parcel, each line from the lot that is proposed. */
export async function shipParcel(clerk: Colleague, { id }: Bought): Promise<void> {
  const { page, house } = clerk;
  const [part] = await house.rows<{ id: string }>('select id from ordering.supplier_order where order_id = $1', [id]);
  await clerk.open(`/ordering/orders/${part!.id}`, 'order-to-ship');
  await clerk.press('发货');
  const box = page.getByRole('dialog');
  await box.getByLabel('从哪个批次发').first().waitFor();
  await box.getByLabel('快递公司').fill('示例快递');
  await box.getByLabel('运单号').fill('SL2026112900002');
  await clerk.look('shipping-two-lines');
  await clerk.press('确认发货', box);
  await page.getByText('SL2026112900002').first().waitFor();
}

/** Onto the claim of a kind, and the supplier's word on it. */
export async function answer(
  clerk: Colleague,
  { id }: Bought,
  { kind, word, reason }: { kind: 'damage' | 'return' | 'resend'; word: string; reason?: string },
): Promise<void> {
  const [claim] = await clerk.house.rows<{ id: string }>(
    'select id from ordering.after_sale where order_id = $1 and kind = $2',
    [id, kind],
  );
  await clerk.open('/ordering/after-sales', 'after-sales');
  await clerk.open(`/ordering/after-sales/${claim!.id}`, `after-sale-${kind}`);
  if (kind === 'damage') await watch(clerk);
  await clerk.decide(word, async (box) => {
    if (reason) await box.getByLabel('拒绝理由').fill(reason);
  });
  await clerk.page.getByRole('button', { name: word, exact: true }).waitFor({ state: 'detached' });
}

async function watch({ page }: Colleague): Promise<void> {
  await page.getByRole('button', { name: '视频 2' }).click();
  await seeFilm(page.getByRole('dialog').locator('video'));
  await page.keyboard.press('Escape');
}

/** The packs of an agreed claim once more, from the lot that is proposed. */
export async function sendReplacement(clerk: Colleague): Promise<void> {
  const { page } = clerk;
  await clerk.press('发出补寄商品');
  const box = page.getByRole('dialog');
  await box.getByLabel('从哪个批次发').first().waitFor();
  await box.getByLabel('快递公司').fill('示例快递');
  await box.getByLabel('运单号').fill('SLBF2026112900001');
  await clerk.look('replacing');
  await clerk.press('确认发货', box);
  await page.getByText('示例快递 SLBF2026112900001').waitFor();
}
