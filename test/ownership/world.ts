import { randomBytes, randomUUID } from 'node:crypto';
import { routes, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import {
  badInput,
  openProductDesk,
  openWatchDesk,
  paperwork,
  type Offer,
  type ProductDesk,
  type WatchDesk,
} from '@xihuo/testing';
import { contexts } from '../../apps/api/contexts';
import { CALLERS, people, SIGNED_OUT, type CallerName } from './callers';

interface Caller {
  browser: badInput.Caller;
  headers?: Record<string, string>;
}

/** A request for one thing, as it is granted to whom the thing is for. */
export interface Made {
  ids?: Record<string, string | number>;
  query?: string;
  /** Where it says who asks, everybody says it of themselves. */
  body?: object | ((by: CallerName) => object);
  /** What the caller has read, where the route asks for it; 1 where absent. */
  version?: number;
  headers?: Record<string, string>;
}

/** The whole api over a market with people of every kind in it, some of them elsewhere. */
export interface World extends badInput.Target {
  offer: Offer;
  /** For whom `businessBuyer` buys, with every duty; `otherBuyer` has every duty elsewhere. */
  organisation: { id: string; siteId: string };
  products: ProductDesk;
  watch: WatchDesk;
  callers: Record<CallerName, Caller>;
  /** Of the guest's order made last. */
  guestToken: string;
  /** From now on `supplier` acts for this one too. */
  owned(supplierId: string): Promise<string>;
  ask(name: CallerName, key: RouteKey, made: Made): ReturnType<badInput.Caller['ask']>;
  /** Asks what must be granted, and gives what was answered. */
  granted(name: CallerName, key: RouteKey, made: Made): Promise<Record<string, unknown>>;
  /** Puts somebody new in the place of a caller, and tells who. */
  replaced(name: CallerName): Promise<string>;
  /** What those who witness are called, each by their own name: a clerk enters somebody else. */
  witnesses(): Promise<(by: CallerName) => { name: string; role: 'countyOfficer' | 'villageOfficer' }>;
  /** A day from today on. */
  day(offset: number): Promise<string>;
}

/** @param prepare before anybody comes in, such as what needs the clock to move on by more than a session lives */
export async function openWorld(prepare: (world: World) => Promise<void> = () => Promise.resolve()): Promise<World> {
  const target = await badInput.openTarget(contexts);
  const { shop, house } = target;
  const products = await openProductDesk(house);
  const watch = await openWatchDesk(house);
  await house.rows(
    `insert into registry.policy (key, value, effective_from, source)
     select 'admission.' || key, value, '2020-01-01', 'test' from json_each($1::json) as setting (key, value)
     on conflict do nothing`,
    [JSON.stringify({ ...paperwork.PAPER_LIMITS, standardCommentDays: 7, standardNoticeDays: 7 })],
  );
  const offer = await shop.offer({ stock: 1_000 });
  const organisation = await shop.buying.organisation();
  const world: World = {
    ...target,
    ...{ offer, organisation, products, watch, callers: {} as World['callers'], guestToken: '', day: watch.day },
    owned: (supplierId) => owned(world, supplierId),
    replaced: (name) => replaced(world, name),
    witnesses: () => witnesses(world),
    ask: (name, key, made) => ask(world, name, key, made),
    async granted(name, key, made) {
      const { status, code, body } = await ask(world, name, key, made);
      must(status < 300, `${key} is granted to ${name}, not ${status} ${code} ${JSON.stringify(body)}`);
      return body;
    },
  };
  await prepare(world);
  await letEverybodyIn(world);
  return world;
}

async function letEverybodyIn({ shop, house, offer, organisation, callers }: World): Promise<void> {
  const { supplierId } = offer;
  const { supplierId: otherSupplierId } = await shop.offer();
  const { id: otherOrganisationId } = await shop.buying.organisation();
  const wanted = people({
    ...{ supplierId, otherSupplierId, householdId: await shop.household(supplierId) },
    ...{ organisationId: organisation.id, otherOrganisationId },
  });
  for (const [name, person] of Object.entries(wanted))
    callers[name as CallerName] = { browser: await house.signedIn(person) };
  await house.rows(
    `insert into ordering.business_member (organisation_id, person_id, duties, limit_fen, approval_level, updated_at)
     select organisation_id, person_id, '{order,approve,receive,pay,manage}', 1000000, 5, now()
       from identity.role_grant_v where role = 'businessBuyer'`,
  );
  const stranger = await shop.placedOrder({ offer });
  const browser = house.browser('shop');
  callers.anonymous = { browser };
  callers.otherGuest = { browser, headers: { 'order-token': stranger.token } };
  callers.guest = { browser };
}

async function owned({ house, callers }: World, supplierId: string): Promise<string> {
  await house.rows(
    `insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
     select person_id, 'supplier', $2, now(), 'test' from identity.session where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [callers.supplier.browser.token, supplierId],
  );
  return supplierId;
}

/** Somebody new in the place of a caller: what one person tries is written down thirty times a minute and no more. */
async function replaced(world: World, name: CallerName): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const [made] = await world.house.rows<{ person_id: string; surface: 'shop' | 'console' }>(
    `with before as (select person_id from identity.session where token_hash = sha256(convert_to($1, 'UTF8'))),
          somebody as (insert into identity.person (id, display_name) values (gen_random_uuid(), '后来人') returning id),
          granted as (insert into identity.role_grant (person_id, role, jurisdiction, household_id, granted_at, granted_by)
            select somebody.id, role, jurisdiction, household_id, now(), 'test' from identity.role_grant, somebody
             where person_id = (select person_id from before) and organisation_id is null)
     insert into identity.session (person_id, surface, token_hash, created_at, last_seen_at, expires_at, second_factor_at)
     select somebody.id, surface, sha256(convert_to($2, 'UTF8')), created_at, last_seen_at, expires_at, second_factor_at
       from identity.session, somebody where session.person_id = (select person_id from before)
     returning person_id, surface`,
    [world.callers[name].browser.token, token],
  );
  const browser = world.house.browser(made!.surface);
  browser.plant(token);
  world.callers[name] = { browser };
  return made!.person_id;
}

async function witnesses({ house, callers }: World) {
  const names = new Map<CallerName, string>();
  for (const by of ['countyAgriculture', 'countyRevitalisation'] as const) {
    const [found] = await house.rows<{ display_name: string }>(
      `select display_name from identity.person_v person join identity.session on session.person_id = person.id
        where token_hash = sha256(convert_to($1, 'UTF8'))`,
      [callers[by].browser.token],
    );
    names.set(by, found!.display_name);
  }
  return (by: CallerName) => ({
    name: names.get(by) ?? '示例村干部',
    role: by.startsWith('county') ? ('countyOfficer' as const) : ('villageOfficer' as const),
  });
}

function ask(world: World, name: CallerName, key: RouteKey, made: Made): ReturnType<badInput.Caller['ask']> {
  const [method, path] = key.split(' ') as [Parameters<badInput.Caller['ask']>[0], string];
  const { browser, headers } = world.callers[name];
  const { idempotent, versioned }: RouteDefinition = routes[key];
  const { ids = {}, query = '', body, version = 1 } = made;
  const content = typeof body === 'function' ? body(name) : body;
  return browser.ask(method, path.replace(/\{(\w+)\}/g, (_, param: string) => String(ids[param])) + query, content, {
    ...made.headers,
    ...headers,
    ...(name === 'guest' ? { 'order-token': world.guestToken } : {}),
    ...(idempotent ? { 'idempotency-key': randomUUID() } : {}),
    ...(versioned === 'write' ? { 'if-match': `"${version}"` } : {}),
  });
}

/** Everybody is who they say, or nobody at all. */
export async function statusOfAll({ callers }: World): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of CALLERS) found[name] = (await callers[name].browser.ask('GET', '/me')).status;
  return found;
}

export const expectedOfAll = Object.fromEntries(CALLERS.map((name) => [name, SIGNED_OUT.includes(name) ? 401 : 200]));
