import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { beginApplication } from '../application/begin-application';
import { decideCase, imposeOnCase, propose } from '../watch/case-steps';
import { reAdmit } from './re-admission';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

const REASON = '多批次农残超标，经核实属实';

/** A supplier that was suspended at once and then sent out, with a bar of so many months. */
async function sentOut(barMonths: number) {
  const admitted = await desk.admitted();
  const [proposer, decider] = [await desk.person('reviewer'), await desk.person('reviewer')];
  const id = await desk.opened(proposer, admitted.supplierId);
  await desk.by(proposer, (tx) => imposeOnCase(tx, desk, { id, version: 1, kind: 'suspension', reason: REASON }));
  await desk.by(proposer, (tx) => propose(tx, desk, { id, version: 2, kind: 'exit', reason: REASON, barMonths }));
  const decide = () =>
    desk.by(decider, (tx) => decideCase(tx, desk, { id, version: 3, decision: 'imposed', reason: REASON }));
  return { ...admitted, decide };
}

const applicationStates = async (supplierId: string) =>
  (
    await desk.rows<{ state: string }>('select state from admission.application where supplier_id = $1 order by id', [
      supplierId,
    ])
  ).map(({ state }) => state);

test('a draft from before the exit does not come back during the bar', async () => {
  const { supplierId, owner, decide } = await sentOut(36);
  await desk.by(owner, (tx) => beginApplication(tx, supplierId));
  await desk.setClock('30 days');
  await decide();
  expect(await applicationStates(supplierId)).toEqual(['certified', 'withdrawn']);
  const anew = desk.by(owner, (tx) => beginApplication(tx, supplierId));
  await expect(anew).rejects.toMatchObject({ code: 'RE_ADMISSION_BARRED' });
});

test('whoever left may begin anew once the exit is complete, and sells again once it is certified', async () => {
  const { supplierId, owner, decide } = await sentOut(0);
  await desk.setClock('30 days');
  await decide();
  expect(await desk.standing(supplierId)).toBe('exited');
  const anew = () => desk.by(owner, (tx) => beginApplication(tx, supplierId));
  await expect(anew()).rejects.toMatchObject({ code: 'EXIT_RUNNING' });
  await desk.rows(
    `update admission.exit_procedure set state = 'completed', ended_at = platform.business_now() where supplier_id = $1`,
    [supplierId],
  );
  await desk.setClock('31 days');
  const { id: applicationId } = await anew();

  await desk.does((tx) => reAdmit(tx, desk, { supplierId, applicationId }));
  expect(await desk.measuresOf(supplierId)).toEqual(['suspension replaced', 'exit replaced']);
  expect(await desk.maySell(supplierId)).toBe(true);
});

test('an application from before the exit ends nothing', async () => {
  const { supplierId, owner, decide } = await sentOut(0);
  const { id: applicationId } = await desk.by(owner, (tx) => beginApplication(tx, supplierId));
  await desk.setClock('30 days');
  await decide();
  await desk.does((tx) => reAdmit(tx, desk, { supplierId, applicationId }));
  expect(await desk.standing(supplierId)).toBe('exited');
});
