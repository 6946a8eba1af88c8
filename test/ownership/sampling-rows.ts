import { JUDGES, OWNER } from './applying-rows';
import { CALLERS, type CallerName } from './callers';
import { withBody } from './product-rows';
import { row, type Row } from './table';
import { admitted } from './watching-rows';
import type { Made, World } from './world';

/** Planned by a reviewer who is not among the callers, over the one county; drawn where it says so. */
async function plan(world: World, drawn: boolean): Promise<string> {
  const { watch } = world;
  const planner = await watch.person('reviewer');
  const [made] = await world.house.rows<{ id: string }>(
    `insert into admission.spot_check_plan (title, purpose, region_prefix, sample_size, created_by, created_at, state, seed, drawn_at)
     values ('秋季水果抽检', '农残与标签', '610629', 1, $1, now(), $2, $3, $4) returning id`,
    [planner.personId, drawn ? 'drawn' : 'draft', drawn ? 'seed' : null, drawn ? new Date() : null],
  );
  return made!.id;
}

/** One that can be drawn: something is sold in the county. */
const draft: Row['make'] = async (world) => {
  await world.watch.product(await admitted(world));
  return { ids: { id: await plan(world, false) } };
};

export const drawn: Row['make'] = async (world) => ({ ids: { id: await plan(world, true) } });

async function sample(world: World): Promise<Made> {
  const supplierId = await admitted(world);
  const [made] = await world.house.rows<{ id: string }>(
    `insert into admission.spot_check_sample (plan_id, supplier_id, product_id, county_code)
     values ($1, $2, $3, '610629') returning id`,
    [await plan(world, true), supplierId, await world.watch.product(supplierId)],
  );
  return { ids: { id: made!.id } };
}

const TAKEN = { lotCode: 'L-1', quantity: '2 kg', place: '示例仓库', sealNumber: 'F001' };
const FAILED = { item: '毒死蜱', limit: '0.02', value: '0.5', passed: false, safety: true };

async function next(world: World, step: 'taking' | 'sending' | 'result', made: Made): Promise<Made> {
  const { version } = await world.granted('reviewer', `POST ${SAMPLE}/${step}`, made);
  return { ids: made.ids!, version: version as number };
}

const planned: Row['make'] = async (world) => ({
  ...(await sample(world)),
  body: { ...TAKEN, takenOn: await world.day(0) },
});
const taken: Row['make'] = async (world) => ({
  ...(await next(world, 'taking', await planned(world))),
  body: { sentOn: await world.day(0), laboratory: '示例检测中心' },
});
const sent: Row['make'] = async (world) => ({
  ...(await next(world, 'sending', await taken(world))),
  body: { reportNumber: 'R-1', reportedOn: await world.day(0), results: [FAILED] },
});
const failed: Row['make'] = async (world) => next(world, 'result', await sent(world));

const SAMPLE = '/admission/samples/{id}' as const;
const PLAN = '/admission/spot-checks/{id}' as const;

/** What lists by itself only what is of the caller's jurisdiction has nothing in it for the others. */
const ANY_JUDGE: readonly CallerName[] = CALLERS.filter((name) =>
  /^(county|agriculture|revitalisation|auditor|reviewer|operator)/.test(name),
);

/** Spot checks and their samples, and what is known of a supplier day by day. */
export const samplingRows: readonly Row[] = [
  row(`GET ${PLAN}`, 'a plan', JUDGES, drawn),
  row(`POST ${PLAN}/draw`, 'a plan', ['reviewer'], draft),
  row(`POST ${PLAN}/close`, 'a plan', ['reviewer'], drawn),
  row(`GET ${SAMPLE}`, 'a sample', JUDGES, sample),
  row(`POST ${SAMPLE}/taking`, 'a sample', ['reviewer'], planned),
  row(`POST ${SAMPLE}/sending`, 'a sample taken', ['reviewer'], taken),
  row(`POST ${SAMPLE}/result`, 'a sample sent', ['reviewer'], sent),
  row(`POST ${SAMPLE}/cancel`, 'a sample', ['reviewer'], withBody(sample, { reason: '样品已售完' })),
  row('POST /supplier/samples/{id}/retest', 'a sample that failed', OWNER, failed),
  row('GET /admission/suppliers/{id}/signals', 'an admitted supplier', JUDGES, async (world) => ({
    ids: { id: await admitted(world) },
  })),
  row('GET /admission/reassessments/{version}', 'a standard', ANY_JUDGE, () =>
    Promise.resolve({ ids: { version: 'test-products' } }),
  ),
];
