import { approvalFault, levelsNeeded } from './approvals';

test.each<[string, bigint, bigint, bigint[], number[]]>([
  ['within the own limit', 1_000n, 1_000n, [0n], []],
  ['above it, no chain', 1_001n, 1_000n, [], [1]],
  ['above it, the first step', 1_001n, 1_000n, [0n, 5_000n], [1]],
  ['the second step begins at its sum', 5_000n, 0n, [0n, 5_000n], [1, 2]],
  ['below the first step of the chain it is still asked for', 10n, 0n, [5_000n], [1]],
])('%s', (_name, amount, limit, chain, levels) => {
  expect(levelsNeeded(amount, limit, chain)).toEqual(levels);
});

const order = { requestedBy: 'buyer', decidedBy: ['first'], nextLevel: 2 };
test.each([
  ['an approver of the step', { personId: 'second', duties: ['approve'], level: 2 }, null],
  ['an approver of a lower step', { personId: 'second', duties: ['approve'], level: 1 }, 'APPROVAL_LEVEL'],
  ['somebody without the duty', { personId: 'second', duties: ['order'], level: null }, 'DUTY_MISSING'],
  ['whoever asked for it', { personId: 'buyer', duties: ['approve'], level: 5 }, 'OWN_PURCHASE'],
  ['whoever decided an earlier step', { personId: 'first', duties: ['approve'], level: 5 }, 'APPROVED_ALREADY'],
])('%s', (_name, approver, fault) => {
  expect(approvalFault(approver, order)).toBe(fault);
});
