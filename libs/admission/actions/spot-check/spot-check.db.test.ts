import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { decideAppeal, fileAppeal } from '../measure/appeal';
import { readPlan } from '../watch/read-lists';
import { closePlan, drawPlan, planSpotCheck } from './plan';
import { askRetest, enterResult, sendSample, takeSample } from './samples';

let desk: WatchDesk;
let reviewer: Awaited<ReturnType<WatchDesk['person']>>;
beforeAll(async () => {
  desk = await openWatchDesk();
  reviewer = await desk.person('reviewer');
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

const WANTED = { title: '秋季水果抽检', purpose: '农残与标签', sampleSize: 3 };
const GOOD = { item: '毒死蜱', limit: '0.02', value: '未检出', passed: true, safety: true };
const BAD = { ...GOOD, value: '0.5', passed: false };
const today = async () =>
  (
    await desk.rows<{ today: string }>(
      `select to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
    )
  )[0]!.today;

interface Sample {
  id: string;
  supplier_id: string;
  product_id: string;
  state: string;
  row_version: number;
}
const samplesOf = (planId: string) =>
  desk.rows<Sample>(
    'select id, supplier_id, product_id, state, row_version from admission.spot_check_sample where plan_id = $1 order by id',
    [planId],
  );

/** A plan over one county with one product on sale, drawn by somebody else. */
async function drawn(county: string) {
  const { supplierId, owner } = await desk.admitted({ countyCode: county });
  const productId = await desk.product(supplierId);
  const { id } = await desk.by(reviewer, (tx) =>
    planSpotCheck(tx, { ...WANTED, sampleSize: 1000, regionPrefix: county }),
  );
  await desk.by(await desk.person('reviewer'), (tx) => drawPlan(tx, { id, version: 1 }, 'seed'));
  const sample = (await samplesOf(id)).find((one) => one.product_id === productId)!;
  return { planId: id, sampleId: sample.id, supplierId, productId, owner };
}

async function tested(id: string, results: (typeof GOOD)[]) {
  const on = await today();
  const [standing] = await desk.rows<{ row_version: number; state: string }>(
    'select row_version, state from admission.spot_check_sample where id = $1',
    [id],
  );
  let version = standing!.row_version;
  if (standing!.state === 'planned') {
    const taken = { takenOn: on, lotCode: 'L-1', quantity: '2 kg', place: '示例仓库', sealNumber: 'F001' };
    await desk.by(reviewer, (tx) => takeSample(tx, { id, version, ...taken }));
    version += 1;
  }
  await desk.by(reviewer, (tx) => sendSample(tx, { id, version, sentOn: on, laboratory: '示例检测中心' }));
  const report = { reportNumber: `R-${id.slice(-4)}`, reportedOn: on, results };
  await desk.by(reviewer, (tx) => enterResult(tx, desk, { id, version: version + 1, ...report }));
}

describe('a plan', () => {
  test('is drawn by somebody else, from a seed that draws the same again', async () => {
    const { supplierId } = await desk.admitted({ countyCode: '610630' });
    for (let product = 0; product < 8; product += 1) await desk.product(supplierId);
    const wanted = { ...WANTED, regionPrefix: '610630' };
    const draw = async (seed: string) => {
      const { id } = await desk.by(reviewer, (tx) => planSpotCheck(tx, wanted));
      await expect(desk.by(reviewer, (tx) => drawPlan(tx, { id, version: 1 }, seed))).rejects.toMatchObject({
        code: 'FOUR_EYES',
      });
      await desk.by(await desk.person('reviewer'), (tx) => drawPlan(tx, { id, version: 1 }, seed));
      return (await samplesOf(id)).map((sample) => sample.product_id).sort();
    };
    const first = await draw('a');
    expect(first).toHaveLength(3);
    expect(await draw('a')).toEqual(first);
    expect(await draw('b')).not.toEqual(first);
  });

  test('draws nothing where nothing is sold, and stays a draft', async () => {
    const { id } = await desk.by(reviewer, (tx) => planSpotCheck(tx, { ...WANTED, regionPrefix: '99' }));
    const other = await desk.person('reviewer');
    await expect(desk.by(other, (tx) => drawPlan(tx, { id, version: 1 }, 's'))).rejects.toMatchObject({
      code: 'NOTHING_TO_DRAW',
    });
    expect(await readPlan(desk.database, { personId: 'x', grants: other.grants }, id)).toMatchObject({
      state: 'draft',
      data: [],
    });
  });

  test('beyond the jurisdiction is not planned, and with open samples not closed', async () => {
    const local = await desk.person('reviewer', '62');
    await expect(desk.by(local, (tx) => planSpotCheck(tx, { ...WANTED, regionPrefix: '' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { planId } = await drawn('500101');
    await expect(desk.by(reviewer, (tx) => closePlan(tx, { id: planId, version: 2 }))).rejects.toMatchObject({
      code: 'SAMPLES_OPEN',
    });
  });
});

describe('a sample', () => {
  test('that fails takes the product off sale at once and opens a case; nobody of the supplier enters it', async () => {
    const { sampleId, productId, supplierId, owner } = await drawn('610629');
    expect(await desk.maySellProduct(productId)).toBe(true);
    await expect(
      desk.by(owner, (tx) => sendSample(tx, { id: sampleId, version: 1, sentOn: '2026-01-01', laboratory: '示例' })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await tested(sampleId, [GOOD, BAD]);
    expect([await desk.maySellProduct(productId), await desk.maySell(supplierId)]).toEqual([false, true]);
    const [found] = await desk.rows<{ ground: string; summary_zh: string }>(
      'select ground, summary_zh from admission.watch_case where supplier_id = $1',
      [supplierId],
    );
    expect(found).toMatchObject({ ground: 'EXT-01', summary_zh: expect.stringContaining('其中食品安全项目 毒死蜱') });
    const measures = await desk.rows(
      'select kind, state, product_id, imposed_by from admission.measure where supplier_id = $1',
      [supplierId],
    );
    const held = { kind: 'productDelisting', state: 'inForce', product_id: productId, imposed_by: 'system:spotCheck' };
    expect(measures).toEqual([held]);
    expect(await desk.noticesOf(owner.personId, 'sample.result:')).toBe(1);
  });

  test('whoever took it and entered the result decides no appeal about it', async () => {
    const { sampleId, supplierId, owner } = await drawn('610629');
    await tested(sampleId, [BAD]);
    const [measure] = await desk.rows<{ id: string }>('select id from admission.measure where supplier_id = $1', [
      supplierId,
    ]);
    const appeal = { id: measure!.id, version: 1, statement: '取样时未见证', files: [] };
    const { id } = await desk.by(owner, (tx) => fileAppeal(tx, desk, appeal));
    const decision = { id, version: 1, decision: 'dismissed', reason: '封样完好' } as const;
    const own = desk.by(reviewer, (tx) => decideAppeal(tx, desk, decision));
    await expect(own).rejects.toMatchObject({ code: 'FOUR_EYES', extra: { why: 'HAD_ANOTHER_PART' } });
    await desk.by(await desk.person('reviewer'), (tx) => decideAppeal(tx, desk, decision));
  });

  test('that passes changes nothing', async () => {
    const { sampleId, productId } = await drawn('610629');
    await tested(sampleId, [GOOD]);
    expect(await desk.maySellProduct(productId)).toBe(true);
  });

  test('is tested again once, in the legal days, and a pass puts the product back', async () => {
    const { sampleId, productId, owner } = await drawn('610629');
    await tested(sampleId, [BAD]);
    const again = await desk.by(owner, (tx) => askRetest(tx, { id: sampleId, version: 4 }));
    await expect(desk.by(owner, (tx) => askRetest(tx, { id: sampleId, version: 5 }))).rejects.toMatchObject({
      code: 'RETEST_OVER',
    });
    await tested(again.id, [GOOD]);
    expect(await desk.maySellProduct(productId)).toBe(true);
  });

  test('is not tested again after the legal days', async () => {
    const { sampleId, owner } = await drawn('610629');
    await tested(sampleId, [BAD]);
    await desk.setClock('20 days');
    await expect(desk.by(owner, (tx) => askRetest(tx, { id: sampleId, version: 4 }))).rejects.toMatchObject({
      code: 'RETEST_OVER',
    });
  });

  test('is not taken tomorrow, nor sent before it was taken', async () => {
    const { sampleId: id } = await drawn('610629');
    const taken = { lotCode: 'L', quantity: '1', place: '示例仓库', sealNumber: 'F' };
    const late = { id, version: 1, ...taken, takenOn: '2099-01-01' };
    await expect(desk.by(reviewer, (tx) => takeSample(tx, late))).rejects.toMatchObject({ code: 'DAY_UNSOUND' });
    await desk.by(reviewer, async (tx) => takeSample(tx, { ...late, takenOn: await today() }));
    const early = { id, version: 2, sentOn: '2020-01-01', laboratory: '示例检测中心' };
    await expect(desk.by(reviewer, (tx) => sendSample(tx, early))).rejects.toMatchObject({ code: 'DAY_UNSOUND' });
  });
});
