import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { readCase } from './read-watching';
import { closeCase, decideCase, imposeOnCase, propose } from './case-steps';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());

test('a proposal is taken back by whoever made it, and the case is open again', async () => {
  const { supplierId } = await desk.admitted();
  const proposer = await desk.person('reviewer');
  const id = await desk.opened(proposer, supplierId);
  const wanted = { id, version: 1, kind: 'exit', reason: '多批次农残超标' } as const;
  await desk.by(proposer, (tx) => propose(tx, desk, wanted));
  expect((await readCase(desk.database, proposer, 'authority', id)).may).toEqual(['drop']);
  const decision = { id, version: 2, decision: 'dropped', reason: '复核原始检单后撤回' } as const;
  await desk.by(proposer, (tx) => decideCase(tx, desk, decision));
  const view = await readCase(desk.database, proposer, 'authority', id);
  expect(view).toMatchObject({ state: 'open', proposal: null, measures: [] });
});

test('a case says what the rules provide for and how often the ground was there before; closed, its supplier hears of it', async () => {
  const { supplierId, owner } = await desk.admitted();
  const reviewer = await desk.person('reviewer');
  const first = await desk.opened(reviewer, supplierId);
  const read = (id: string) => readCase(desk.database, reviewer, 'authority', id);
  expect(await read(first)).toMatchObject({
    ...{ earlier: 0, provided: { stages: ['productDelisting', 'exit'], rectificationDays: 15, barMonths: 24 } },
  });
  const warning = { id: first, version: 1, kind: 'warning', reason: '标签不实，首次发现' } as const;
  await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, warning));
  await desk.by(reviewer, (tx) => closeCase(tx, desk, { id: first, version: 2, outcome: '已警示，观察半年' }));
  expect(await desk.noticesOf(owner.personId, `case.closed:${first}`)).toBe(1);
  expect((await read(await desk.opened(reviewer, supplierId))).earlier).toBe(1);
});
