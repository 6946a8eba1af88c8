import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { decideCase, propose, stateOnCase } from '../watch/case-steps';
import { readCase } from '../watch/read-watching';
import { askToLeave, takeBackLeaving } from './ask-to-leave';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

const REASON = '转为来料加工，不再直接销售';

async function leaving() {
  const reviewer = await desk.person('reviewer');
  const { supplierId, owner } = await desk.admitted();
  const { caseId } = await desk.by(owner, (tx) => askToLeave(tx, desk, { supplierId, reason: REASON }));
  return { reviewer, owner, supplierId, caseId };
}

test('reviewers of the place hear of the wish, those of other places do not; the supplier sells until it is decided', async () => {
  const elsewhere = await desk.person('reviewer', '50');
  const { reviewer, supplierId, caseId } = await leaving();
  // It leads to the case it is decided in: there is no exit yet.
  expect(await desk.noticesOf(reviewer.personId, `case.asked:${caseId}`)).toBe(1);
  expect(await desk.noticesOf(elsewhere.personId, 'case.asked')).toBe(0);
  expect(await desk.maySell(supplierId)).toBe(true);
  expect(await readCase(desk.database, reviewer, 'authority', caseId)).toMatchObject({
    ...{ bySupplier: true, byMachine: false },
  });
});

test('it is asked once, and may be taken back', async () => {
  const { owner, supplierId, caseId } = await leaving();
  const again = () => desk.by(owner, (tx) => askToLeave(tx, desk, { supplierId, reason: REASON }));
  await expect(again()).rejects.toMatchObject({ code: 'EXIT_ASKED' });
  await desk.by(owner, (tx) => takeBackLeaving(tx, caseId));
  expect((await again()).caseId).not.toBe(caseId);
});

test('who asked for the supplier decides nothing in it, not even after leaving it for the platform', async () => {
  const { owner, reviewer, caseId } = await leaving();
  const grants = [{ role: 'reviewer', jurisdiction: null, organisationId: null, householdId: null } as const];
  const now = { ...owner, grants };
  const version = await desk.versionOf('watch_case', caseId);
  const wanted = { id: caseId, kind: 'exit', reason: REASON } as const;
  await expect(desk.by(now, (tx) => propose(tx, desk, { ...wanted, version }))).rejects.toMatchObject({
    code: 'FOUR_EYES',
    extra: { why: 'SUBMITTED_IT' },
  });
  await desk.by(reviewer, (tx) => propose(tx, desk, { ...wanted, version }));
  await desk.setClock('60 days');
  const decision = { id: caseId, version: version + 1, decision: 'imposed', reason: REASON } as const;
  await expect(desk.by(now, (tx) => decideCase(tx, desk, decision))).rejects.toMatchObject({
    code: 'FOUR_EYES',
    extra: { why: 'SUBMITTED_IT' },
  });
});

test('what the supplier states reaches who proposed, and nobody who had no hand in it', async () => {
  const { owner, reviewer, caseId } = await leaving();
  const version = await desk.versionOf('watch_case', caseId);
  await desk.by(reviewer, (tx) => propose(tx, desk, { id: caseId, version, kind: 'exit', reason: REASON }));
  const other = await desk.person('reviewer');
  const statement = { id: caseId, version: version + 1, statement: '请在结清款项后办理', files: [] };
  await desk.by(owner, (tx) => stateOnCase(tx, desk, statement));
  expect(await desk.noticesOf(reviewer.personId, `case.stated:${caseId}`)).toBe(1);
  expect(await desk.noticesOf(other.personId, 'case.stated')).toBe(0);
});
