import { useLocale } from '@xihuo/ui';

interface Bilingual {
  zh: string;
  en: string;
}

/** Picks the name in the language in use; the Chinese one where a supplier gave no other. */
export function useName(): (name: Bilingual) => string {
  const locale = useLocale();
  return ({ zh, en }) => (locale === 'en' && en ? en : zh);
}
