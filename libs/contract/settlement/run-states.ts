import type { states } from '@xihuo/kernel';

export const SETTLEMENT_RUN_STATES = ['prepared', 'paused', 'posted'] as const;
export type SettlementRunState = (typeof SETTLEMENT_RUN_STATES)[number];
export type SettlementRunEvent = 'pause' | 'resume' | 'post';

/** A run is posted once all its shards are settled; a paused one begins no further shard. */
export const settlementRunStates: states.StateTable<SettlementRunState, SettlementRunEvent> = {
  initial: 'prepared',
  table: {
    prepared: { pause: 'paused', post: 'posted' },
    paused: { resume: 'prepared' },
    posted: {},
  },
};

export const SHARD_STATES = ['waiting', 'settled', 'failed'] as const;
export type ShardState = (typeof SHARD_STATES)[number];
export type ShardEvent = 'settle' | 'fail' | 'retry';

/** A shard is settled whole or not at all; one that could not be, again and again, waits for somebody to look. */
export const shardStates: states.StateTable<ShardState, ShardEvent> = {
  initial: 'waiting',
  table: {
    waiting: { settle: 'settled', fail: 'failed' },
    failed: { retry: 'waiting' },
    settled: {},
  },
};
