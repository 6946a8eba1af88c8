import { watching } from '@xihuo/contract';
import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { answerRecheck, decideRecheck } from './rechecks';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

const recent = async () => desk.admitted({ certifiedOn: await desk.day(-10) });

describe('a re-check', () => {
  const answers = watching.RECHECK_ITEMS.identity.map((item) => ({ item, unchanged: true, note: '' }));
  const recheckOf = async (supplierId: string) =>
    (
      await desk.rows<{ id: string; state: string; row_version: number }>(
        `select id, state, row_version from admission.recheck where supplier_id = $1 and kind = 'identity' order by id desc limit 1`,
        [supplierId],
      )
    )[0]!;

  test('is opened in time for six months, missed it suspends, and answered late it is cured', async () => {
    const { supplierId, owner } = await recent();
    await desk.round();
    expect(await recheckOf(supplierId)).toBeUndefined();
    await desk.setClock('145 days');
    await desk.round();
    const { id } = await recheckOf(supplierId);
    expect(await desk.noticesOf(owner.personId, 'recheck.opened')).toBe(1);
    await desk.setClock('180 days');
    await desk.round();
    expect(await desk.maySell(supplierId)).toBe(false);

    const { row_version: missed } = await recheckOf(supplierId);
    const lacking = desk.by(owner, (tx) => answerRecheck(tx, { id, version: missed, answers: answers.slice(1) }));
    await expect(lacking).rejects.toMatchObject({ code: 'ANSWERS_INCOMPLETE', extra: { open: ['name'] } });
    await desk.by(owner, (tx) => answerRecheck(tx, { id, version: missed, answers }));
    const { row_version: version } = await recheckOf(supplierId);
    const reviewer = await desk.person('reviewer');
    await desk.by(reviewer, (tx) => decideRecheck(tx, desk, { id, version, decision: 'passed', reason: '' }));
    expect(await desk.maySell(supplierId)).toBe(true);
    await desk.round();
    expect(await recheckOf(supplierId)).toMatchObject({ id, state: 'passed' });
  });

  test('that fails suspends, and is not asked anew the next day', async () => {
    const { supplierId, owner } = await recent();
    await desk.setClock('145 days');
    await desk.round();
    const { id } = await recheckOf(supplierId);
    await desk.by(owner, (tx) => answerRecheck(tx, { id, version: 1, answers }));
    const reviewer = await desk.person('reviewer');
    const failing = { id, version: 2, decision: 'failed', reason: '' } as const;
    await expect(desk.by(reviewer, (tx) => decideRecheck(tx, desk, failing))).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
    await desk.by(reviewer, (tx) => decideRecheck(tx, desk, { ...failing, reason: '住所查无此企业' }));
    expect(await desk.maySell(supplierId)).toBe(false);
    await desk.setClock('146 days');
    await desk.round();
    expect(await recheckOf(supplierId)).toMatchObject({ id, state: 'failed' });
  });
});
