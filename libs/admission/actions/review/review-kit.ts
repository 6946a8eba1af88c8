import type { Notices, Vault } from '@xihuo/platform';

/** What the steps of a review work with: people are told, and whoever objects stays sealed. */
export interface ReviewKit {
  readonly vault: Vault;
  readonly notices: Notices;
}

export const REVIEW_KIT = Symbol('ReviewKit');
