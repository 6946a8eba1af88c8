/** The first language of an Accept-Language header that we speak; Chinese comes first of all. */
export function languageOf(header: string | undefined): 'zh' | 'en' {
  const first = (header ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => language === 'zh' || language === 'en');
  return first === 'en' ? 'en' : 'zh';
}
