import type { Finding, Result } from '../assess';
import { differencesOf } from './differences';

const finding = (criterion: string, result: Result): Finding => ({
  criterion,
  kind: 'blocking',
  result,
  check: 'x@1',
  reasons: [],
});

test.each([
  ['the same', { A: 'pass' }, [finding('A', 'pass')], []],
  ['fails now', { A: 'pass' }, [finding('A', 'fail')], [{ criterion: 'A', before: 'pass', after: 'fail', facts: [] }]],
  ['is met now', { A: 'fail' }, [finding('A', 'pass')], [{ criterion: 'A', before: 'fail', after: 'pass', facts: [] }]],
  ['is new and failed', {}, [finding('B', 'fail')], [{ criterion: 'B', before: null, after: 'fail', facts: [] }]],
  ['is new and met', {}, [finding('B', 'pass')], []],
  ['is for people', { A: 'pass' }, [finding('A', 'notJudged')], []],
  ['is asked no longer', { A: 'pass', C: 'fail' }, [finding('A', 'pass')], []],
] as const)('%s', (_what, before, findings, expected) => expect(differencesOf(before, findings)).toEqual(expected));
