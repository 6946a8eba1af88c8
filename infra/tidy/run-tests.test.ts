import { existsSync } from 'node:fs';
import { chosen, count, countAgain, failedSuites, SHORT } from './run-tests.mjs';

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

const suites = (...results: [name: string, status: string, ...tests: string[]][]) =>
  results.map(([name, status, ...tests]) => ({
    name: `${process.cwd()}/${name}`,
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  }));

describe('a suite that failed and ran again', () => {
  const first = JSON.stringify({
    numPassedTests: 4,
    numFailedTests: 1,
    testResults: suites(['a', 'passed', 'passed', 'passed'], ['b', 'failed', 'passed', 'failed', 'passed']),
  });
  const second = (passed: number, failed: number) =>
    report({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: 0 });

  it('is the one that failed', () => {
    expect(failedSuites(first)).toEqual([`${process.cwd()}/b`]);
    expect(failedSuites(undefined)).toEqual([]);
  });

  it('counts as it ended the second time, each test once, and is named', () => {
    expect(countAgain(first, second(3, 0), 0)).toEqual({ passed: 5, failed: 0, why: '(tried twice: b)' });
  });

  it('fails when it fails twice, and when its second report is missing', () => {
    expect(countAgain(first, second(2, 1), 1)).toEqual({ passed: 4, failed: 1, why: '(tried twice: b)' });
    expect(countAgain(first, undefined, 1)).toMatchObject({ passed: 2, failed: 1 });
  });
});

describe('which journeys run', () => {
  it.each([
    { case: 'a few by themselves', name: 'journeys', patterns: [], whole: false, expected: SHORT },
    { case: 'every one of the whole', name: 'journeys', patterns: [], whole: true, expected: [] },
    { case: 'what is asked for by name', name: 'journeys', patterns: ['exit'], whole: false, expected: ['exit'] },
    { case: 'every suite of another kind', name: 'db', patterns: [], whole: false, expected: [] },
  ])('$case', ({ name, patterns, whole, expected }) => {
    expect(chosen({ name }, patterns, whole)).toEqual(expected);
  });

  it('those of a short run are there', () => {
    const folders = ['journeys', 'chaos'];
    const missing = SHORT.filter((path) => !folders.some((folder) => existsSync(`test/${folder}${path}`)));
    expect(missing).toEqual([]);
  });
});
