import { steps, type StepName } from './steps';
import { tellHistories } from './history';

jest.setTimeout(900_000);

const RUNS = 200;

test(`${RUNS} random histories of order, pay, ship, refund, dispute, cancel, coupon and funded discount: every fen is where it belongs`, async () => {
  const tally = await tellHistories(RUNS, 20_261_128);
  // What never happens proves nothing.
  const never = (Object.keys(steps) as StepName[]).filter((name) => !tally.has(name));
  expect(never).toEqual([]);
});
