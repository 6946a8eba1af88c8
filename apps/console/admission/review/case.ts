import { useQueryClient } from '@tanstack/react-query';
import { toast, useApi, useSend, type Input, type Output, type RouteKey } from '@xihuo/ui';
import { ALL_BUT_PAPERS } from '../../frame/problem';

export type Review = Output<'GET /admission/applications/{id}/review'>;
export type File = Output<'GET /admission/applications/{id}/file'>;
export type Application = Output<'GET /admission/applications/{id}'>;
export type Act = Review['actions'][number]['action'];
export type Department = Review['recommendations'][number]['department'];

export const DEPARTMENTS: readonly Department[] = ['agriculture', 'revitalisation'];
export const REGISTERS = ['seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation', 'penalty'] as const;

/** What each department answers for; a test holds it against the contract. */
export const QUESTIONS = {
  agriculture: ['producesHere', 'supplyCapacity', 'quality'],
  revitalisation: ['linkageReal', 'householdsNamed', 'incomeEffect'],
} as const satisfies Record<Department, readonly string[]>;

export function useReview(id: string) {
  return useApi('GET /admission/applications/{id}/review', { params: { id } });
}

/**
 * A step taken: says so, and asks again for whatever is open, since one step moves the case, the queue and the counts. After a
 * refusal too: where the case has moved on, the page shows it beside what was typed.
 */
export function useStep<K extends RouteKey>(route: K, { done, onDone }: { done: string; onDone?: () => void }) {
  const queries = useQueryClient();
  return useSend<K>(route, {
    onSuccess: () => {
      toast(done);
      onDone?.();
    },
    onSettled: () => void queries.invalidateQueries(ALL_BUT_PAPERS),
  });
}

export type StepInput<K extends RouteKey> = Input<K>;

export function may(review: Review, act: Act): boolean {
  return review.actions.some(({ action, allowed }) => action === act && allowed);
}
