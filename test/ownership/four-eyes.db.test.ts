import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { RouteKey } from '@xihuo/contract';
import type { CallerName } from './callers';
import { channelRows } from './channel-rows';
import { handsInApplication, handsInCase, named, proposer, sameHandInApplication, type Hand } from './hands';
import { nationwideRows, standardToCopy } from './nationwide-rows';
import { productRows } from './product-rows';
import { reviewingRows } from './reviewing-rows';
import { samplingRows } from './sampling-rows';
import { keptContent, type Row } from './table';
import { watchingRows } from './watching-rows';
import { openWorld, type Made, type World } from './world';

/**
 * Whoever decides, by whatever earlier part in the same matter: as the same person, by a second role at the supplier, or beside
 * a colleague of the same organisation. Each is refused as such, changes nothing, and leaves a line of the attempt.
 */

const CASE = 'POST /admission/applications/{id}';
const RECOGNITION = 'POST /admission/recognitions/{id}';
const recognition = (part: string) => named(part, `update admission.recognition set ${part}_by = $2 where id = $1`);

/** The part that is asked for, by the end of the route and who asks. */
function handsOf({ key }: Row, name: CallerName): Hand[] {
  const own = { countyAgriculture: 'agriculture', countyRevitalisation: 'revitalisation', auditor: 'province' };
  const part = own[name as keyof typeof own] ?? 'reviewer';
  if (/^POST \/admission\/applications\/\{id\}\/(recommend|check|claim|decide|request-corrections|reject)$/.test(key))
    return [...handsInApplication(part), sameHandInApplication(part)];
  if (key === `${CASE}/inspections`) return [...handsInApplication('')].filter(({ part: had }) => TYING.includes(had));
  return HANDS[key] ?? [];
}
/** Who only goes to see is kept out by a tie to the supplier, not by having worked on it. */
const TYING = ['submitter', 'recused'];

const HANDS: Record<string, Hand[]> = {
  'POST /admission/objections/{id}/decide': handsInApplication('objections', 'objection'),
  'POST /admission/dossiers/{id}/approve': [
    named('submitted', 'update admission.product_dossier set submitted_by = $2 where id = $1'),
  ],
  'POST /admission/dossiers/{id}/reject': [
    named('submitted', 'update admission.product_dossier set submitted_by = $2 where id = $1'),
  ],
  [`${RECOGNITION}/stamp`]: [recognition('submitted')],
  [`${RECOGNITION}/publish`]: [recognition('submitted'), recognition('stamped')],
  [`${RECOGNITION}/revoke`]: [recognition('submitted'), recognition('stamped'), recognition('checked')],
  'POST /admission/cases/{id}/decision': [proposer],
  'POST /admission/appeals/{id}/decision': [
    ...handsInCase,
    named('filed', 'update admission.appeal set filed_by = $2 where id = $1'),
  ],
  'POST /admission/measures/{id}/verification': [
    named('planned', 'update admission.rectification set planned_by = $2 where measure_id = $1'),
    named('reported', 'update admission.rectification set reported_by = $2 where measure_id = $1'),
  ],
  'POST /admission/rechecks/{id}/decision': [
    named('answered', 'update admission.recheck set answered_by = $2 where id = $1'),
  ],
  'POST /admission/certificates/{id}/verification': [
    named('handed in', 'update admission.certificate set handed_in_by = $2 where id = $1'),
  ],
  'POST /admission/spot-checks/{id}/draw': [
    named('planned', 'update admission.spot_check_plan set created_by = $2 where id = $1'),
  ],
  'POST /admission/standards/{standard}/publish': [
    named('drafted', 'update admission.standard_draft set drafted_by = $2 where version = $1'),
  ],
  ...Object.fromEntries(
    ['confirm', 'request-changes', 'reject'].map((act) => [
      `POST /catalogue/changes/{id}/${act}`,
      [named('wrote', 'update catalogue.listing_change set authors = authors || $2::uuid where id = $1')],
    ]),
  ),
  'POST /catalogue/campaigns/{id}/publish': [
    named('drafted', 'update catalogue.campaign set drafted_by = $2 where id = $1'),
  ],
  'POST /admission/editions/{number}/publish': [
    named('drafted', 'update admission.catalogue_edition set drafted_by = $2 where number = $1'),
  ],
};

/** The views that say whether the reader may: by the rule that the step itself asks, so no button promises what is refused. */
const reading = (read: RouteKey, offers: (view: Record<string, unknown>) => boolean) => ({ read, offers });
const may = (act: string) => (view: Record<string, unknown>) => (view['may'] as string[]).includes(act);
const yes = (flag: string) => (view: Record<string, unknown>) => view[flag] === true;
const OFFERED: Record<string, ReturnType<typeof reading>> = {
  [`${CASE}/inspections`]: reading('GET /admission/applications/{id}/review', yes('mayAddFacts')),
  'POST /admission/inspections/{id}/report': reading('GET /admission/inspections/{id}', yes('mayReport')),
  'POST /admission/objections/{id}/decide': reading('GET /admission/objections/{id}', may('decide')),
  'POST /admission/rechecks/{id}/decision': reading('GET /admission/rechecks/{id}', yes('mayJudge')),
  'POST /admission/certificates/{id}/verification': reading('GET /admission/certificates/{id}', yes('mayJudge')),
  'POST /admission/samples/{id}/taking': reading('GET /admission/samples/{id}', yes('mayJudge')),
  'POST /admission/spot-checks/{id}/draw': reading('GET /admission/spot-checks/{id}', may('draw')),
  'POST /catalogue/campaigns/{id}/publish': reading('GET /catalogue/campaigns/{id}', yes('mayPublish')),
  'POST /admission/editions/{number}/publish': reading('GET /admission/editions/{number}', yes('mayPublish')),
};

async function isOffered(key: string, name: CallerName, made: Made): Promise<boolean | undefined> {
  const offered = OFFERED[key];
  if (!offered) return undefined;
  const { status, body } = await world.ask(name, offered.read, { ids: made.ids });
  expect([offered.read, status]).toEqual([offered.read, 200]);
  return offered.offers(body);
}

const SUPPLIER_OF = `
  select supplier_id from (
    select id, supplier_id from admission.application union all select id, supplier_id from admission.product_dossier
    union all select id, supplier_id from admission.recognition union all select id, supplier_id from admission.watch_case
    union all select id, supplier_id from admission.measure union all select id, supplier_id from admission.certificate
    union all select id, supplier_id from admission.recheck union all select id, supplier_id from admission.spot_check_sample
    union all select appeal.id, measure.supplier_id from admission.appeal join admission.measure on measure.id = measure_id
    union all select procedure.id, measure.supplier_id from admission.exit_procedure procedure join admission.measure on measure.id = measure_id
    union all select inspection.id, application.supplier_id from admission.inspection join admission.application on application.id = application_id
    union all select id, supplier_id from catalogue.listing_change
    union all select objection.id, notice.supplier_id from admission.objection join admission.public_notice notice on notice.id = notice_id
  ) thing where id = $1`;

let world: World;
beforeAll(async () => {
  world = await openWorld(standardToCopy);
}, 60_000);
afterAll(() => world?.close());

const lines = () =>
  world.house.count(`select count(*) from platform.audit_content where content like '%"refused":"FOUR_EYES"%'`);

/** A thing that a new decider has a part in; `tie` says by what. */
type Tie = (made: Made, personId: string) => Promise<void>;

/** One new decider and one thing for every tie: each is refused, and all of them together have changed nothing. */
async function mustBeRefused(one: Row, name: CallerName, ties: readonly Tie[]): Promise<void> {
  const tied: { caller: World['callers'][CallerName]; made: Made }[] = [];
  for (const tie of ties) {
    const personId = await world.replaced(name);
    const made = await one.make(world);
    await tie(made, personId);
    tied.push({ caller: world.callers[name], made });
  }
  const [before, written] = [await keptContent(world), await lines()];
  for (const { caller, made } of tied) {
    world.callers[name] = caller;
    expect([one.key, (await isOffered(one.key, name, made)) ?? false]).toEqual([one.key, false]);
    const { status, code } = await world.ask(name, one.key, made);
    expect([status, code]).toEqual([403, 'FOUR_EYES']);
  }
  expect(await keptContent(world)).toEqual(before);
  expect(await lines()).toBe(written + ties.length);
}

const giveRole = (personId: string, organisationId: string) =>
  world.house.rows(
    `insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
     values ($1, 'supplier', $2, now(), 'test')`,
    [personId, organisationId],
  );

const atTheSupplier: Tie = async ({ ids }, personId) => {
  const [thing] = await world.house.rows<{ supplier_id: string }>(SUPPLIER_OF, [ids!['id']]);
  await giveRole(personId, thing!.supplier_id);
};
const asTheSame =
  (hand: Hand): Tie =>
  (made, personId) =>
    hand.give(world, made, { personId, organisationIds: [] });
const asColleague =
  (hand: Hand): Tie =>
  async (made, personId) => {
    const organisationId = randomUUID();
    await hand.give(world, made, { personId: randomUUID(), organisationIds: [organisationId] });
    await giveRole(personId, organisationId);
  };

const STAFF: readonly CallerName[] = ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'];
/** Reads, claims given back, and what touches no supplier's matter decide nothing. */
const DECIDES_NOTHING =
  /^GET|release|declare|checklist|reveal|spot-checks\/\{id\}\/close|listings|comments|revise|open-comments|papers$|withdraw$|^PUT/;

/** Of venues, fairs and brands nobody has a part that another decision is about. */
const publishing = channelRows.filter(({ key }) => HANDS[key] !== undefined);

/** What lies at no supplier, so that nobody can be of it. */
const OF_NO_SUPPLIER = /standard|editions|spot-checks|\/search\/|campaigns/;

const cases = [reviewingRows, productRows, watchingRows, samplingRows, nationwideRows, publishing]
  .flat()
  .filter(({ key }) => !DECIDES_NOTHING.test(key))
  .flatMap((one) => one.allowed.filter((name) => STAFF.includes(name)).map((name) => ({ one, name })));

describe.each(cases.map(({ one, name }) => [one.key, one.thing, name, one] as const))(
  '%s of %s, by %s',
  (_key, _thing, name, one) => {
    const hands = handsOf(one, name);
    if (OFFERED[one.key]) {
      test('offered to whoever had no part', async () => {
        await world.replaced(name);
        expect(await isOffered(one.key, name, await one.make(world))).toBe(true);
      });
    }
    const isOfSupplier = !OF_NO_SUPPLIER.test(one.key);

    if (isOfSupplier) {
      test('not by a second role at the supplier', () => mustBeRefused(one, name, [atTheSupplier]));
    }

    const had = hands.filter(({ part }) => !part.startsWith('other '));
    if (had.length > 0) {
      test(`not after another part: ${had.map(({ part }) => part).join(', ')}`, () =>
        mustBeRefused(one, name, had.map(asTheSame)));
    }

    const binding = one.key.includes('inspections') ? [] : hands.filter(({ binds }) => binds);
    if (binding.length > 0) {
      test(`not beside a colleague who was: ${binding.map(({ part }) => part).join(', ')}`, () =>
        mustBeRefused(one, name, binding.map(asColleague)));
    }
  },
);
