import { watching } from '@xihuo/contract';
import { openItems } from './recheck-answers';

const all = watching.RECHECK_ITEMS.identity.map((item) => ({ item, unchanged: true, note: '' }));

test.each([
  ['all unchanged', all, []],
  ['one missing', all.slice(1), ['name']],
  ['one twice', [...all, all[0]!], ['name']],
  ['a change without a word', [{ ...all[0]!, unchanged: false }, ...all.slice(1)], ['name']],
  ['a change with one', [{ ...all[0]!, unchanged: false, note: '更名' }, ...all.slice(1)], []],
  ['an item of the other kind', [...all, { item: 'households', unchanged: true, note: '' }], ['households']],
])('%s', (_what, answers, expected) => expect(openItems('identity', answers)).toEqual(expected));
