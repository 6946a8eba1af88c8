import { workerOf } from './worker';

test.each<[string, string | null, string | null]>([
  ['nobody named is the head', null, null],
  ['the head by name is the head', '李月', null],
  ['with blanks around it too', ' 李月 ', null],
  ['another of the household', '李山', '李山'],
  ['blanks within are one', 'Ma  Yuehe', 'Ma Yuehe'],
  ['nothing but blanks is nobody', '  ', null],
])('%s', (_, name, worker) => expect(workerOf(name, '李月')).toBe(worker));
