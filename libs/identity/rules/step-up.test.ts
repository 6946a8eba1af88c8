import { mustHaveFreshSecondFactor } from './step-up';

const shown = new Date('2026-11-23T08:00:00Z');
const after = (seconds: number) => new Date(shown.getTime() + seconds * 1000);

test.each([
  { name: 'just shown', at: shown, now: after(0), refused: false },
  { name: 'five minutes ago', at: shown, now: after(300), refused: false },
  { name: 'a second more', at: shown, now: after(301), refused: true },
  { name: 'never shown', at: null, now: after(0), refused: true },
])('$name: refused is $refused', ({ at, now, refused }) => {
  const asking = () => mustHaveFreshSecondFactor({ secondFactorAt: at }, now);
  if (refused) expect(asking).toThrow(expect.objectContaining({ code: 'STEP_UP_REQUIRED' }));
  else expect(asking).not.toThrow();
});
