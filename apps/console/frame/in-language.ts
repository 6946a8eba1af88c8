import type { useLocale } from '@xihuo/ui';

/** What stands in both languages, in the reader's; whoever gave it no English name is told by the Chinese one. */
export function inLanguage(words: { zh: string; en: string | null }, locale: ReturnType<typeof useLocale>): string {
  return (locale === 'en' && words.en?.trim()) || words.zh;
}
