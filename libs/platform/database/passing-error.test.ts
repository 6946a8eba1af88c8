import { isPassing } from './passing-error';

test.each([
  ['the connection is gone', { code: '08006' }, true],
  ['the server is shutting down', { code: '57P01' }, true],
  ['no connection is free', { code: '53300' }, true],
  ['nobody listens', { code: 'ECONNREFUSED' }, true],
  ['the driver’s own words', { message: 'Connection terminated unexpectedly' }, true],
  ['a statement given too few values', { code: '08P01' }, false],
  ['a value that stands twice', { code: '23505' }, false],
  ['anything else', { message: 'nothing to do with it' }, false],
])('%s', (_what, error, passing) => {
  expect(isPassing(error)).toBe(passing);
});
