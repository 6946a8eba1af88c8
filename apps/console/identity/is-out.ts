import type { ApiProblem } from '@xihuo/ui';

/** Whether the session is over after somebody wanted it ended: it was ended, or had been before. Without an answer it may go on. */
export const isOut = (problem: Pick<ApiProblem, 'status'> | null): boolean =>
  problem === null || problem.status === 401;
