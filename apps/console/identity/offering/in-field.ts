import type { ApiProblem } from '@xihuo/ui';

/** Whether a refusal is about this field of what was sent. */
export const inField = (problem: ApiProblem | null, field: string): boolean =>
  problem?.errors.some(({ pointer }) => pointer === `/body/${field}`) ?? false;
