import 'reflect-metadata';
import type { RouteKey } from '@xihuo/contract';
import type { CallerName } from './callers';
import { productRows } from './product-rows';
import { openWorld, type World } from './world';

/** Somebody was faster: whoever comes late reads who it was, if they are colleagues, and when. */

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

const SEND_BACK: RouteKey = 'POST /admission/dossiers/{id}/request-corrections';
const WITHDRAW: RouteKey = 'POST /admission/dossiers/{id}/withdraw';
const made = (key: RouteKey) => productRows.find((row) => row.key === key)!.make(world);
const nameOf = async (caller: CallerName) =>
  (await world.callers[caller].browser.ask('GET', '/me')).body['displayName'];

test('a colleague by name; to whoever is judged without one', async () => {
  const [back, withdrawal] = [await made(SEND_BACK), await made(WITHDRAW)];
  await world.granted('reviewer', SEND_BACK, back);

  const late = await world.ask('reviewer', SEND_BACK, back);
  expect([409, 412]).toContain(late.status);
  expect(late.body['changed']).toEqual({ by: await nameOf('reviewer'), at: expect.any(String) });
  expect(late.body['detail']).toContain(String(await nameOf('reviewer')));

  const theirs = await world.ask('supplier', WITHDRAW, { ...withdrawal, ids: back.ids!, version: back.version! });
  expect([409, 412]).toContain(theirs.status);
  expect(theirs.body['changed']).toEqual({ by: null, at: expect.any(String) });
});
