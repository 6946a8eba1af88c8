import type { Notices, Vault } from '@xihuo/platform';

/** What the steps of a dispute work with: people are told. */
export interface DisputeKit {
  readonly vault: Vault;
  readonly notices: Notices;
}

export const DISPUTE_KIT = Symbol('DisputeKit');
