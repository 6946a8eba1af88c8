import { states } from '@xihuo/kernel';
import { SETTLEMENT_RUN_STATES, SHARD_STATES, settlementRunStates, shardStates } from './run-states';

test('a run and a shard reach every state, and end where nothing is left to do', () => {
  expect([...states.reachable(settlementRunStates)].sort()).toEqual([...SETTLEMENT_RUN_STATES].sort());
  expect([...states.reachable(shardStates)].sort()).toEqual([...SHARD_STATES].sort());
  expect(settlementRunStates.table.posted).toEqual({});
  expect(shardStates.table.settled).toEqual({});
});

test.each([
  ['a posted run is not paused', settlementRunStates, 'posted', 'pause', null],
  ['a paused run is not posted', settlementRunStates, 'paused', 'post', null],
  ['a paused run goes on', settlementRunStates, 'paused', 'resume', 'prepared'],
  ['a settled shard is not tried again', shardStates, 'settled', 'retry', null],
  ['a failed shard is', shardStates, 'failed', 'retry', 'waiting'],
] as const)('%s', (_, machine, state, event, next) => {
  expect(states.transition(machine as states.StateTable<string, string>, state, event)).toBe(next);
});
