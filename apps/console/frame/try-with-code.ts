import { ApiProblem } from '@xihuo/ui';

interface Steps {
  /** Shows the second factor: a code is good once. */
  show: (code: string) => Promise<unknown>;
  run: () => Promise<unknown>;
}

/** What came of a try: whether the next one wants a code, and why this one was refused, null where it was done. */
export interface Tried {
  asked: boolean;
  problem: ApiProblem | null;
}

/**
 * Does a step, after showing the code where one was asked for. A code that was taken is not asked for again when the step itself is
 * refused: it would be refused as spent, and the factor it has shown holds for five minutes.
 *
 * @param code null where none was asked for
 */
export async function tryWithCode(code: string | null, { show, run }: Steps): Promise<Tried> {
  let owed = code !== null;
  try {
    if (code !== null) await show(code);
    owed = false;
    await run();
    return { asked: false, problem: null };
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : new ApiProblem(0, 'NETWORK');
    return { asked: owed || problem.code === 'STEP_UP_REQUIRED', problem };
  }
}
