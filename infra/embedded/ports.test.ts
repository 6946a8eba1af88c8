import { portNear } from './ports.mjs';

/** A machine whose kernel hands out these ports, one after the other, and where `taken` are listened on. */
function machine(handedOut: number[], taken: number[] = []) {
  return async (port: number): Promise<number | null> => {
    if (port === 0) return handedOut.shift()!;
    return taken.includes(port) ? null : port;
  };
}

test.each([
  { case: 'free', promised: [], taken: [], gets: 54329 },
  { case: 'taken', promised: [], taken: [54329], gets: 40001 },
  { case: 'promised to another', promised: [54329], taken: [], gets: 40001 },
  { case: 'taken, and the next one promised', promised: [3000, 40001], taken: [54329], gets: 40002 },
  { case: 'promised, and so are the next two', promised: [54329, 40001, 40002], taken: [], gets: 40003 },
])('a wished port that is $case: $gets', async ({ promised, taken, gets }) => {
  expect(await portNear(54329, promised, machine([40001, 40002, 40003], taken))).toBe(gets);
});
