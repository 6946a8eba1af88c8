import { holding, openShop, type Shop } from '@xihuo/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let desk: Awaited<ReturnType<Shop['quarrels']>>;
const folder = mkdtempSync(join(tmpdir(), 'xihuo-finding-'));
beforeAll(async () => {
  desk = await (await openShop()).quarrels(folder);
});
afterAll(async () => {
  await holding.closeSound(desk?.shop, desk);
  rmSync(folder, { recursive: true, force: true });
});

test('a case is found by a part of its order number, by its goods, and by the platform also by its supplier', async () => {
  const [one, other] = [await desk.opened(), await desk.opened()];
  const found = async (who: Awaited<ReturnType<typeof desk.clerk>>, path: string, q: string) => {
    const { body } = await who.ask('GET', `${path}&q=${encodeURIComponent(q)}`);
    const ids = (body['data'] as { id: string }[]).map(({ id }) => id);
    return [ids.includes(one.view.id), ids.includes(other.view.id)];
  };
  const { number, product, supplier } = (
    await desk.shop.rows<{ number: string; product: string; supplier: string }>(
      `select dispute.order_number as number, bought.product_name as product, supplier.name_zh as supplier
         from dispute.dispute_case dispute join dispute.case_line line on line.dispute_id = dispute.id
         join ordering.order_line_v bought on bought.id = line.line_id
         join registry.organisation_v supplier on supplier.id = dispute.supplier_id where dispute.id = $1`,
      [one.view.id],
    )
  )[0]!;
  const [seller, platform] = [await desk.clerk(), await desk.mediator()];
  for (const [who, path] of [
    [seller, '/supplier/disputes?limit=100'],
    [platform, '/mediation/disputes?view=all&limit=100'],
  ] as const) {
    expect(await found(who, path, ` ${number.slice(2)} `)).toEqual([true, false]);
    expect(await found(who, path, product)).toEqual([true, true]);
    expect(await found(who, path, '%')).toEqual([false, false]);
  }
  expect(await found(platform, '/mediation/disputes?view=all&limit=100', supplier)).toEqual([true, true]);
  expect(await found(seller, '/supplier/disputes?limit=100', supplier)).toEqual([false, false]);
});
