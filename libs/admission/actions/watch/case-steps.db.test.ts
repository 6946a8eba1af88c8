import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { readCase } from './read-watching';
import { decideCase, propose } from './case-steps';

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
