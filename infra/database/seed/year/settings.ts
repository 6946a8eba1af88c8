import type { Tx } from '@xihuo/platform';
import { setPolicies } from '@xihuo/registry';
import { POLICIES } from '../../reference/policies';

/** The platform's own settings begin with a year; what is told of the years before follows the same ones. */
const LAST_DAY = '2025-12-31';

export const settingsOfBefore = (tx: Tx): Promise<void> =>
  setPolicies(
    tx,
    POLICIES.filter(({ effectiveFrom }) => effectiveFrom > LAST_DAY).map((policy) => ({
      ...policy,
      ...{ effectiveFrom: '2018-07-01', effectiveTo: LAST_DAY },
    })),
  );
