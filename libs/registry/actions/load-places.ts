import type { Tx } from '@xihuo/platform';
import { exceptionsOf, knownYears, type KnownYear } from '../rules/known-calendar';
import type { Policy } from '../rules/policies';
import { lastNotices, putDays } from '../store/calendar.sql';
import { insertListedCounties, insertPairings, insertRegions } from '../store/place.sql';
import { insertFirstPolicies } from '../store/policy.sql';
import { rowOf } from './policy-on';

export interface Places {
  regions: {
    code: string;
    name: string;
    level: 'province' | 'prefecture' | 'county';
    parentCode: string | null;
    side: 'east' | 'west' | null;
    pinyin: string;
  }[];
  pairings: { eastCode: string; westCode: string; nickname: string; effectiveFrom: string; source: string }[];
  listedCounties: {
    list: 'povertyExitCounty' | 'keyAssistedCounty';
    regionCode: string;
    inProgramme: boolean;
    effectiveFrom: string;
    source: string;
  }[];
}

/** Loads the map: regions, who helps whom, and which counties are on which list. What is there already stays. */
export async function loadPlaces(tx: Tx, { regions, pairings, listedCounties }: Places): Promise<void> {
  await tx.sql(insertRegions, [json(regions, ({ parentCode, ...region }) => ({ ...region, parent_code: parentCode }))]);
  await tx.sql(insertPairings, [
    json(pairings, ({ eastCode, westCode, nickname, effectiveFrom, source }) => ({
      east_code: eastCode,
      west_code: westCode,
      nickname,
      effective_from: effectiveFrom,
      source,
    })),
  ]);
  await tx.sql(insertListedCounties, [
    json(listedCounties, ({ list, regionCode, inProgramme, effectiveFrom, source }) => ({
      list,
      region_code: regionCode,
      in_programme: inProgramme,
      effective_from: effectiveFrom,
      source,
    })),
  ]);
}

function json<Item>(items: readonly Item[], row: (item: Item) => object): string {
  return JSON.stringify(items.map(row));
}

/** Gives each setting its first value; one that has any already, of whatever day, stays as it was. */
export async function loadSettings(tx: Tx, policies: readonly Policy[]): Promise<void> {
  await tx.sql(insertFirstPolicies, [JSON.stringify(policies.map(rowOf))]);
}

/** Brings in the years that are known and not there; one that is, operators may have entered anew, and it stays as it is. */
export async function loadCalendar(tx: Tx): Promise<void> {
  const years = knownYears();
  const first = years.map(({ year, value, source }) =>
    rowOf({ key: `calendar.${year}`, value, effectiveFrom: `${year - 1}-01-01`, effectiveTo: null, source }),
  );
  const added = new Set((await tx.sql(insertFirstPolicies, [JSON.stringify(first)])).map(({ key }) => key));
  const entered = years.filter(({ year }) => added.has(`calendar.${year}`));
  if (entered.length > 0) await putYears(tx, entered, '2000-01-01');
  if (added.size > 0)
    tx.audit({ action: 'calendar.load', subjectKind: 'calendar', subjectId: 'many', after: { years: added.size } });
}

/**
 * Periods are counted by the notice of a year as it was said last, for all days from one on. Its neighbours are gone through with it: the
 * first of January may bring days of the December before along, which are the older year's again where they are said no longer.
 */
export async function enterYear(tx: Tx, year: number, from: string): Promise<void> {
  const keys = [year - 1, year, year + 1].map((one) => `calendar.${one}`);
  const notices = await tx.sql(lastNotices, [keys]);
  await putYears(
    tx,
    notices.map(({ key, value, source }) => ({ year: Number(key.slice(-4)), value, source })),
    from,
  );
}

async function putYears(tx: Tx, years: readonly KnownYear[], from: string): Promise<void> {
  await tx.sql(putDays, [years.map(({ year }) => year), from, JSON.stringify(exceptionsOf(years))]);
}
