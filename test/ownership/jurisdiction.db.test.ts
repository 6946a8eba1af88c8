import 'reflect-metadata';
import { applyingRows, JUDGES } from './applying-rows';
import type { CallerName } from './callers';
import { productRows } from './product-rows';
import { reviewingRows } from './reviewing-rows';
import { samplingRows } from './sampling-rows';
import { isRefusal, keptContent, type Row } from './table';
import { watchingRows } from './watching-rows';
import { openWorld, type Made, type World } from './world';

/**
 * Every route of the staff that is bound to a place, asked from every place. It is always the same person with the same
 * session: only where the role holds changes, and that is read with every request.
 */

/** Everything lies in 610629; the digits that bind. */
const PLACES = {
  ownCounty: '610629',
  neighbourCounty: '610630',
  ownCity: '6106',
  ownProvince: '61',
  otherProvince: '50',
  wholeCountry: null,
} as const;
type Place = keyof typeof PLACES | 'none';
const COVERING: readonly Place[] = ['ownCounty', 'ownCity', 'ownProvince', 'wholeCountry'];

/** Who judges covers the place, from whichever height; an auditor reads so, and checks at the very level that is theirs. */
function mayFrom(place: Place, role: CallerName, { key }: Row): boolean {
  if (role === 'auditor' && !key.startsWith('GET ')) return place === 'ownProvince';
  return COVERING.includes(place);
}

const bound = [applyingRows, reviewingRows, productRows, watchingRows, samplingRows]
  .flat()
  .filter(({ allowed }) => allowed.some((name) => JUDGES.includes(name)))
  .filter(({ allowed }) => !allowed.some((name) => name.endsWith('Elsewhere')));

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

/** Asks as somebody whose role holds there, for the length of one request. */
async function askFrom(place: Place, name: CallerName, { key }: Row, made: Made): Promise<string> {
  const { token } = world.callers[name].browser;
  const [grant] = await world.house.rows<{ id: string; jurisdiction: string | null }>(
    `select id, jurisdiction from identity.role_grant
      where person_id = (select person_id from identity.session where token_hash = sha256(convert_to($1, 'UTF8')))`,
    [token],
  );
  const hold = (jurisdiction: string | null, ended: boolean) =>
    world.house.rows(
      `update identity.role_grant set jurisdiction = $2, ended_at = case when $3 then now() end, ended_by = case when $3 then 'test' end
        where id = $1`,
      [grant!.id, jurisdiction, ended],
    );
  await (place === 'none' ? hold(grant!.jurisdiction, true) : hold(PLACES[place], false));
  try {
    const answer = await world.ask(name, key, made);
    return isRefusal(answer) ? 'refused' : answer.status < 300 ? 'granted' : `${answer.status} ${answer.code}`;
  } finally {
    await hold(grant!.jurisdiction, false);
  }
}

/** But for grants, which are moved from place to place here and back. */
async function leftBehind() {
  const { 'identity.role_grant': _moved, ...others } = await keptContent(world);
  return others;
}

/** A department is a county's and an auditor has a place: the database takes no other grant. */
function placesOf(name: CallerName): Place[] {
  if (name.startsWith('county')) return ['ownCounty', 'neighbourCounty', 'none'];
  const all = [...Object.keys(PLACES), 'none'] as Place[];
  return name === 'auditor' ? all.filter((place) => place !== 'wholeCountry') : all;
}

test.each(bound.map((one) => [one.key, one.thing, one] as const))('%s of %s, from every place', async (key, _, one) => {
  const staff = one.allowed.filter((name) => JUDGES.includes(name));
  const cases = staff.flatMap((name) =>
    placesOf(name).map((place) => ({ name, place, may: mayFrom(place, name, one) })),
  );
  const expected = Object.fromEntries(
    cases.map(({ name, place, may }) => [`${name} ${place}`, may ? 'granted' : 'refused']),
  );
  const found: Record<string, string> = {};

  let made = await one.make(world);
  const before = await leftBehind();
  for (const { name, place } of cases.filter(({ may }) => !may))
    found[`${name} ${place}`] = await askFrom(place, name, one, made);
  expect(await leftBehind()).toEqual(before);

  let isFresh = true;
  for (const { name, place } of cases.filter(({ may }) => may)) {
    if (!isFresh && !key.startsWith('GET ')) made = await one.make(world);
    found[`${name} ${place}`] = await askFrom(place, name, one, made);
    isFresh = false;
  }
  expect(found).toEqual(expected);
});

test('there are enough of them to mean something', () => {
  expect(bound.length).toBeGreaterThan(60);
});
