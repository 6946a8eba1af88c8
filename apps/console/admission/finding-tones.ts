import type { Tone } from '@xihuo/ui';

/** How a finding looks, by machine or by hand. */
export const findingTones = {
  pass: 'good',
  fail: 'bad',
  notApplicable: 'neutral',
  notJudged: 'attention',
} as const satisfies Record<string, Tone>;
