type Words<Key extends string> = Readonly<Record<Key, readonly [zh: string, en: string]>>;

/** What a state or kind is called in a file. */
export function inWords<Key extends string>(words: Words<Key>, key: Key, language: 'zh' | 'en'): string {
  return words[key][language === 'zh' ? 0 : 1];
}
