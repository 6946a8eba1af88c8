import { inLanguage } from './in-language';

test.each([
  [{ zh: '苹果', en: 'Apples' }, 'zh-CN', '苹果'],
  [{ zh: '苹果', en: 'Apples' }, 'en', 'Apples'],
  [{ zh: '苹果', en: '' }, 'en', '苹果'],
  [{ zh: '苹果', en: null }, 'en', '苹果'],
] as const)('%j read in %s is %s', (words, locale, said) => expect(inLanguage(words, locale)).toBe(said));
