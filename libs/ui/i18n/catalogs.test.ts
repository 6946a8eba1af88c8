import { setupI18n } from '@lingui/core';
import { compile } from './catalog';
import { doubledWords, sameWords } from './same-words';
import { en } from './en';
import { zh } from './zh-CN';

test('both languages of the shared components say the same things', () => {
  expect(sameWords(zh, en)).toEqual([]);
});

test('a forgotten key and a lost placeholder are found', () => {
  expect(sameWords({ a: '甲', b: '{count} 件' }, { b: ['item', '{count} items'], c: 'C' })).toEqual([
    'a: missing in English',
    'c: missing in Chinese',
  ]);
  expect(sameWords({ a: '共 {count} 件' }, { a: 'items' })).toEqual(['a: {count} lost']);
});

test('a key that two parts of a catalog hold is found', () => {
  expect(doubledWords([{ a: '甲', b: '乙' }, { b: ['one', 'many'] }, { c: '丙', b: '丁', a: '戊' }])).toEqual([
    'a',
    'b',
  ]);
  expect(doubledWords([{ a: '甲' }, { b: '乙' }])).toEqual([]);
});

test('placeholders and plurals come out as written', () => {
  const i18n = setupI18n({
    locale: 'en',
    messages: { en: compile({ hi: 'Hello {name}!', items: ['{count} item', '{count} items'] }) },
  });
  expect(i18n._('hi', { name: '莲' })).toBe('Hello 莲!');
  expect(i18n._('items', { count: 1 })).toBe('1 item');
  expect(i18n._('items', { count: 3 })).toBe('3 items');
});
