import type { Tx } from '@xihuo/platform';

/**
 * What is searched follows what was changed as soon as that is committed. Which products changed, the tables themselves write down; a
 * call that is lost, or a change from elsewhere, is met by the job's next round.
 */
export function followInSearch(tx: Tx): void {
  tx.wake('catalogue.indexProducts');
}
