import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { imposeOnCase } from '../watch/case-steps';
import { readMeasure } from '../watch/read-watching';
import { liftMeasure, verifyMeasure } from './end-measure';
import { planToPutRight, reportPutRight } from './rectify';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());

const REASON = '标签净含量标注不规范，经核实属实';

describe('a rectification', () => {
  const PLAN = {
    rootCause: '采收时混入外购原料',
    correctiveAction: '封存并召回该批次产品',
    preventiveAction: '入库逐批核对来源凭证',
  };
  async function asked() {
    const { supplierId, owner } = await desk.admitted();
    const reviewer = await desk.person('reviewer');
    const id = await desk.opened(reviewer, supplierId);
    const wanted = {
      id,
      version: await desk.versionOf('watch_case', id),
      kind: 'rectification',
      reason: REASON,
    } as const;
    const { measureId } = await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, wanted));
    return { supplierId, owner, reviewer, id: measureId };
  }
  const version = (id: string) => desk.versionOf('measure', id);

  test('goes from plan over report to somebody who saw it, and the standing is good again', async () => {
    const { supplierId, owner, reviewer, id } = await asked();
    expect(await desk.standing(supplierId)).toBe('rectifying');
    expect(await desk.maySell(supplierId)).toBe(true);
    await desk.by(owner, async (tx) => planToPutRight(tx, desk, { id, version: await version(id), ...PLAN }));
    await desk.by(owner, async (tx) =>
      reportPutRight(tx, desk, { id, version: await version(id), report: '已召回并完成培训，见附件', files: [] }),
    );
    expect(await desk.noticesOf(reviewer.personId, 'rectification.')).toBe(2);
    const sentBack = { id, version: await version(id), verdict: 'sentBack', note: '未见召回记录' } as const;
    await desk.by(reviewer, (tx) => verifyMeasure(tx, desk, sentBack));
    expect(await readMeasure(desk.database, owner, 'supplier', id)).toMatchObject({
      rectification: { state: 'open', timesReturned: 1 },
      may: ['plan', 'appeal'],
    });
    await desk.by(owner, async (tx) => planToPutRight(tx, desk, { id, version: await version(id), ...PLAN }));
    await desk.by(owner, async (tx) =>
      reportPutRight(tx, desk, { id, version: await version(id), report: '补充召回记录与照片', files: [] }),
    );
    const verified = { id, version: await version(id), verdict: 'verified', note: '现场核实，已整改' } as const;
    await desk.by(reviewer, (tx) => verifyMeasure(tx, desk, verified));
    expect(await desk.standing(supplierId)).toBe('certified');
  });

  test('is not reported before there is a plan, nor by somebody else, nor on a version that moved on', async () => {
    const { owner, id } = await asked();
    const report = { id, version: 1, report: '已全部整改完毕', files: [] };
    await expect(desk.by(owner, (tx) => reportPutRight(tx, desk, report))).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    const stranger = (await desk.admitted()).owner;
    await expect(
      desk.by(stranger, (tx) => planToPutRight(tx, desk, { id, version: 1, ...PLAN })),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await desk.by(owner, (tx) => planToPutRight(tx, desk, { id, version: 1, ...PLAN }));
    await expect(desk.by(owner, (tx) => reportPutRight(tx, desk, report))).rejects.toMatchObject({
      code: 'STALE_VERSION',
    });
  });

  test('is not lifted by hand: somebody verifies it', async () => {
    const { reviewer, id } = await asked();
    await expect(
      desk.by(reviewer, (tx) => liftMeasure(tx, desk, { id, version: 1, reason: '算了吧' })),
    ).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
  });
});
