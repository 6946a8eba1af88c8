import { keep } from '../ordering/kept';

/** Words about a lot that were sent from this browser: by their ids the answers are read. */
export interface GivenFeedback {
  id: string;
  code: string;
}

const MOST = 20;

function areGiven(value: unknown): value is readonly GivenFeedback[] {
  return (
    Array.isArray(value) &&
    value.every((one: Partial<GivenFeedback> | null) => typeof one?.id === 'string' && typeof one.code === 'string')
  );
}

const kept = keep<readonly GivenFeedback[]>('xihuo.lotFeedback', [], areGiven);

export const useGivenFeedback = kept.use;

export function keepGivenFeedback(given: GivenFeedback): void {
  kept.set([given, ...kept.get()].slice(0, MOST));
}
