import { statement } from '@xihuo/platform';

/** Business time, for what is read outside of a command. */
export const nowOf = statement<{ now: Date }>('ordering.now_of', 'select platform.business_now() as now');
