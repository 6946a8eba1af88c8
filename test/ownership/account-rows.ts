import { randomUUID } from 'node:crypto';
import { CALLERS, SIGNED_OUT, type CallerName } from './callers';
import { row, type Row } from './table';
import type { World } from './world';

/** Everybody who is signed in has an account of their own. */
const SIGNED_IN: readonly CallerName[] = CALLERS.filter((name) => !SIGNED_OUT.includes(name));

const ADDRESS = {
  delivery: { regionCode: '310101', address: '示例路 1 号', name: '张三', phone: '13800000000' },
  tag: null,
  isDefault: false,
};

/** One that `account` keeps. */
async function address(world: World): Promise<{ id: string }> {
  const ids = { id: randomUUID() };
  await world.granted('account', 'PUT /me/addresses/{id}', { ids, body: ADDRESS });
  return ids;
}

const product: Row['make'] = async ({ shop, offer }) => {
  const [one] = await shop.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    offer.productId,
  ]);
  return { ids: { slug: one!.slug } };
};

let phones = 0;

/** Let in by `supplier`, for whom they act as well. */
async function colleague(world: World): Promise<{ id: string }> {
  const { data } = await world.granted('supplier', 'GET /people', {});
  const own = (data as { id: string; mine: boolean }[]).find(({ mine }) => mine);
  const phone = `1391111${String((phones += 1)).padStart(4, '0')}`;
  const body = { displayName: '示例同事', phone, as: { grantId: own?.id, deputy: false } };
  const { id } = await world.granted('supplier', 'POST /people', { body });
  return { id: String(id) };
}

/** What an account keeps for itself. */
export const accountRows: readonly Row[] = [
  row('PUT /me/addresses/{id}', 'an address of the account', ['account'], async (world) => ({
    ids: await address(world),
    body: ADDRESS,
  })),
  row('DELETE /me/addresses/{id}', 'an address of the account', ['account'], async (world) => ({
    ids: await address(world),
  })),
  row('POST /people/{id}/steps', 'a colleague', ['supplier', 'operator', 'operatorElsewhere'], async (world) => ({
    ids: await colleague(world),
    body: { step: 'end', reason: '示例原因' },
  })),
  row('PUT /me/favourites/{slug}', 'a product, each for oneself', SIGNED_IN, product),
  row('DELETE /me/favourites/{slug}', 'a product, each for oneself', SIGNED_IN, product),
];
