import { countiesIn } from './register-filter';

test.each([
  ['620000', '620000', '629999'],
  ['620500', '620500', '620599'],
  ['620503', '620503', '620503'],
])('%s reaches from %s to %s', (code, from, to) => {
  expect(countiesIn(code)).toEqual({ from, to });
});
