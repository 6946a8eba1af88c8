import { ApiProblem } from '@xihuo/ui';
import { tryWithCode } from './try-with-code';

const fine = () => Promise.resolve();
const refused = (status: number, code: string) => () => Promise.reject(new ApiProblem(status, code));
const what = async (tried: ReturnType<typeof tryWithCode>) => {
  const { asked, problem } = await tried;
  return [asked, problem?.code ?? null];
};

test('a code is asked for once the factor is too old, and not again after it was taken, whatever the step is refused for', async () => {
  const show = jest.fn(fine);
  expect(await what(tryWithCode(null, { show, run: refused(403, 'STEP_UP_REQUIRED') }))).toEqual([
    true,
    'STEP_UP_REQUIRED',
  ]);
  expect(show).not.toHaveBeenCalled();
  expect(await what(tryWithCode('123456', { show, run: refused(412, 'STALE_VERSION') }))).toEqual([
    false,
    'STALE_VERSION',
  ]);
  expect(await what(tryWithCode(null, { show, run: fine }))).toEqual([false, null]);
  expect(show.mock.calls).toEqual([['123456']]);
});

test('a code that was not taken is asked for again, and nothing is done without it', async () => {
  const run = jest.fn(fine);
  expect(await what(tryWithCode('123456', { show: refused(401, 'WRONG_CODE'), run }))).toEqual([true, 'WRONG_CODE']);
  const lost = () => Promise.reject(new Error('no answer'));
  expect(await what(tryWithCode('123456', { show: lost, run }))).toEqual([true, 'NETWORK']);
  expect(run).not.toHaveBeenCalled();
});
