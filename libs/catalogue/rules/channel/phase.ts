import type { channels } from '@xihuo/contract';

export type Phase = (typeof channels.PHASES)[number];

/** Where something with a first and a last day (both included) stands on a business date. */
export function phaseOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }, today: string): Phase {
  if (today < startsOn) return 'coming';
  return today > endsOn ? 'over' : 'running';
}
