import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { routes, SECOND_FACTOR_ROLES, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { applyingRows } from './applying-rows';
import { businessRows } from './business-rows';
import { disputeRows } from './dispute-rows';
import { historyRows } from './history-rows';
import { settleOneOrder } from './order-rows';
import { reviewingRows } from './reviewing-rows';
import { openWorld, type World } from './world';

/** Who has shown a password and no second factor yet: of what their role reads nothing is told, on routes for anybody signed in too. */
const NAMES = SECOND_FACTOR_ROLES as readonly ('auditor' | 'reviewer' | 'operator' | 'finance' | 'mediator')[];
type Name = (typeof NAMES)[number];

/** Say who signed in, from where, and which roles of theirs keep the account; and a stream, whose roles are asked with every event. */
const OF_THE_SESSION: readonly RouteKey[] = ['GET /me', 'GET /me/sessions', 'GET /me/deletion', 'GET /me/events'];
const READS = (Object.entries(routes) as [RouteKey, RouteDefinition][]).flatMap(([key, { access }]) =>
  access.kind === 'session' && key.startsWith('GET ') && !OF_THE_SESSION.includes(key) ? [key] : [],
);

let world: World;
beforeAll(async () => {
  world = await openWorld(settleOneOrder);
  await world.shop.rows(
    `insert into platform.dead_letter (consumer, event_id, event_name, error, attempts)
     values ('x.y', gen_random_uuid(), 'z', 'fault', 3)`,
  );
  const waits = [
    'POST /admission/applications/{id}/claim',
    'POST /bank-transfers/{id}/confirm',
    'POST /mediation/disputes/{id}/claim',
  ] as const;
  for (const key of waits)
    await [...businessRows, ...disputeRows, ...reviewingRows, ...applyingRows]
      .find((row) => row.key === key)!
      .make(world);
}, 60_000);
afterAll(() => world?.close());

/** What of a person changes, found by the session. */
const change = (name: Name, sql: string) =>
  world.house.rows(
    `${sql} = (select person_id from identity.session where token_hash = sha256(convert_to($1, 'UTF8')))`,
    [world.callers[name].browser.token],
  );
const takeFactor = (name: Name) => change(name, 'update identity.session set second_factor_at = null where person_id');
const giveFactor = (name: Name) =>
  change(name, 'update identity.session set second_factor_at = platform.business_now() where person_id');
const role = (name: Name, is: 'ended' | 'held') =>
  change(
    name,
    is === 'ended'
      ? `update identity.role_grant set ended_at = now(), ended_by = 'test' where person_id`
      : `update identity.role_grant set ended_at = null, ended_by = null where person_id`,
  );

async function answers(name: Name) {
  const found: Record<string, unknown> = {};
  for (const key of READS) {
    const ids: Record<string, string> = key.startsWith('GET /history')
      ? { kind: 'setting', id: 'some.key' }
      : { id: randomUUID() };
    const { status, code, body } = await world.ask(name, key, { ids });
    found[key] = { status, code, ...(status === 200 ? { ...body, asOf: null } : {}) };
  }
  return found;
}

test.each(NAMES)('%s without the second factor is answered as somebody without the role', async (name) => {
  await takeFactor(name);
  const pending = await answers(name);
  await role(name, 'ended');
  const nobody = await answers(name);
  await role(name, 'held');
  await giveFactor(name);
  expect(pending).toEqual(nobody);
  expect(await answers(name)).not.toEqual(nobody);
});

test('nobody reads the audit trail of anything by the password alone, nor adds a note to it', async () => {
  for (const { key, make, allowed } of historyRows) {
    const made = await make(world);
    for (const name of NAMES.filter((one) => allowed.includes(one))) {
      await takeFactor(name);
      expect([name, made.ids, (await world.ask(name, key, made)).status]).toEqual([name, made.ids, 404]);
      await giveFactor(name);
      expect((await world.ask(name, key, made)).status).toBeLessThan(300);
    }
  }
});
