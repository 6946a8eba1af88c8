import { review } from '@xihuo/admission';
import { command, type Actor, type Tx } from '@xihuo/platform';
import { openProductDesk, openShop, openWatchDesk, type ProductDesk, type Shop, type WatchDesk } from '@xihuo/testing';
import { openProvider, type Provider } from './provider';
import { setUpSeller, type Seller } from './seller';

type Person = Awaited<ReturnType<ProductDesk['person']>>;

/** Everybody's first day: a Monday, nine in the morning in Shanghai. */
const START_MS = Date.parse('2026-01-05T01:00:00Z');
const DAY_MS = 86_400_000;
const NOON_MS = 10_800_000;
/** Days from an application's public notice to its certificate, at the most. */
export const NOTICE_DAYS = 14;
/** Of the goods, in ten thousandths. */
export const FEE_BP = 137n;

/** Where a season is traded: a market with a review desk, two people of finance, and suppliers that come and go. */
export interface Village {
  readonly shop: Shop;
  readonly desk: ProductDesk;
  readonly watching: WatchDesk;
  readonly drawer: Person;
  readonly approver: Person;
  readonly provider: Provider;
  readonly sellers: Seller[];
  readonly applicants: { id: string; supplierId: string; owner: Person }[];
  as<View>(actor: Actor, work: (tx: Tx) => Promise<View>): Promise<View>;
  /** Nine in the morning of a day, counted from the first; a day before it is below zero. */
  morning(day: number): Promise<void>;
  /** Three hours later, however long the morning's work took: what happens now has its term after the morning's work of its last day. */
  noon(day: number): Promise<void>;
}

/**
 * The same few hundred statements, each thousands of times on tables that only grow: a plan of each is made once for all values, where
 * otherwise much of a day is planning.
 */
const SETTINGS = { plan_cache_mode: 'force_generic_plan' };

const fromNow = (atMs: number) => `${atMs - Date.now()} milliseconds`;

export async function openVillage(suppliers: number): Promise<Village> {
  const shop = await openShop(SETTINGS);
  const desk = await openProductDesk(shop);
  const village: Village = {
    ...{ shop, desk, watching: await openWatchDesk(shop), sellers: [], applicants: [], provider: openProvider(shop) },
    drawer: await desk.person('finance'),
    approver: await desk.person('finance'),
    as: async (actor, work) =>
      (await command(shop.database, { name: 'simulation', actor, requestId: 'simulation' }, work)).view,
    morning: (day) => shop.setClock(fromNow(START_MS + day * DAY_MS)),
    noon: (day) => shop.setClock(fromNow(START_MS + day * DAY_MS + NOON_MS)),
  };
  await shop.rows(
    `insert into registry.policy (key, value, effective_from, source) values ('fee.platformBp', $1::jsonb, '2026-01-01', 'test')`,
    [String(FEE_BP)],
  );
  await village.morning(-NOTICE_DAYS);
  for (let at = 0; at < suppliers; at += 1) await apply(village);
  await village.morning(0);
  await admitDue(village);
  return village;
}

/** Handed in, recommended by its county, judged by two reviewers, put before the public. */
export async function apply({ desk, applicants }: Village): Promise<void> {
  const { id, supplierId, submitter } = await desk.application();
  await desk.published(id);
  applicants.push({ id, supplierId, owner: submitter });
}

/** Whoever was before the public long enough is certified and opens its shop. */
export async function admitDue(village: Village): Promise<Seller[]> {
  const { desk, applicants, shop, sellers } = village;
  if (applicants.length === 0) return [];
  while ((await shop.does((tx) => review.certifyDue(tx, desk))) > 0);
  const certified = new Set(
    (
      await shop.rows<{ id: string }>(
        `select id from admission.application where id = any ($1) and state = 'certified'`,
        [applicants.map(({ id }) => id)],
      )
    ).map(({ id }) => id),
  );
  const admitted: Seller[] = [];
  for (const one of applicants.splice(0)) {
    if (!certified.has(one.id)) {
      applicants.push(one);
      continue;
    }
    const seller = await setUpSeller(village, one, sellers.length);
    sellers.push(seller);
    admitted.push(seller);
  }
  return admitted;
}
