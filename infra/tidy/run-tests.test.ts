import { count } from './run-tests.mjs';

const report = (changes: Record<string, number> = {}) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    ...changes,
  });

describe('what counts as a failure', () => {
  it.each([
    { case: 'all passed', report: report(), code: 0, expected: { passed: 5, failed: 0, why: '' } },
    {
      case: 'a failed test',
      report: report({ numFailedTests: 2 }),
      code: 1,
      expected: { passed: 5, failed: 2, why: '' },
    },
    {
      case: 'a suite that could not load',
      report: report({ numRuntimeErrorTestSuites: 1 }),
      code: 1,
      expected: { passed: 5, failed: 1, why: '' },
    },
    {
      case: 'a skipped test',
      report: report({ numPendingTests: 1, numTodoTests: 1 }),
      code: 0,
      expected: { passed: 5, failed: 2, why: '2 skipped' },
    },
    {
      case: 'a runner that ends badly after good tests',
      report: report(),
      code: 7,
      expected: { passed: 5, failed: 1, why: 'the runner ended with 7' },
    },
    {
      case: 'a runner that dies without a report',
      report: undefined,
      code: 1,
      expected: { passed: 0, failed: 1, why: 'the runner ended without a report' },
    },
  ])('$case', ({ report, code, expected }) => {
    expect(count(report, code)).toEqual(expected);
  });
});
