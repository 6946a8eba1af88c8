import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { compile, locales, type Catalog, type Locale, type Text, type Translate, type Translation } from './catalog';
import { zh as uiZh } from './zh-CN';

const LANG_COOKIE = 'lang';

/** An app's words: Chinese at hand, since it is the first language, English fetched when chosen. */
export interface Words<C extends Catalog> {
  zh: C;
  en: () => Promise<Translation<C>>;
}

/** Words that only some pages say: fetched with them, in the language in use. */
export interface WordPart {
  zh: () => Promise<Catalog>;
  en: () => Promise<Readonly<Record<string, Text>>>;
}

/** Parts that were wanted, with the languages they are here in already or on their way. */
const wanted = new Map<WordPart, Partial<Record<Locale, Promise<void>>>>();

async function fetchPart(part: WordPart, locale: Locale): Promise<void> {
  const here = wanted.get(part) ?? {};
  wanted.set(part, here);
  const load = async () => i18n.load(locale, compile(await (locale === 'en' ? part.en() : part.zh())));
  here[locale] ??= load().catch((error: unknown) => {
    // The next who wants it tries again.
    delete here[locale];
    throw error;
  });
  await here[locale];
}

/** Has these words at hand before the page that says them is shown; who changes the language later has them too. */
export async function needWords(parts: readonly WordPart[]): Promise<void> {
  await Promise.all(parts.map((part) => fetchPart(part, currentLocale())));
}

/**
 * Both languages at hand, of an app and of all its parts: for a server, which answers in either from one request to the next.
 */
export async function loadWords<C extends Catalog>(words: Words<C>, parts: readonly WordPart[]): Promise<void> {
  const [ui, app] = await Promise.all([import('./en'), words.en()]);
  i18n.load({
    'zh-CN': { ...compile(uiZh), ...compile(words.zh) },
    en: { ...compile(ui.en), ...compile(app) },
  });
  await Promise.all(parts.flatMap((part) => locales.map((locale) => fetchPart(part, locale))));
}

/** Speaks the language until the next is named; only for what is done without waiting. */
export function speak(locale: Locale): void {
  i18n.activate(locale);
}

function isLocale(value: string | null | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}

/** A choice made earlier, else Chinese. The browser's own language does not decide: this shop speaks Chinese first. */
export function chosenLocale(cookie: string): Locale {
  const value = new RegExp(`(?:^|; )${LANG_COOKIE}=([^;]*)`).exec(cookie)?.[1];
  return isLocale(value) ? value : 'zh-CN';
}

let loadEnglish: () => Promise<void> = async () => undefined;

async function activate(locale: Locale): Promise<void> {
  if (locale === 'en') await loadEnglish();
  await Promise.all([...wanted.keys()].map((part) => fetchPart(part, locale)));
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

/** Loads the words and activates the chosen language; call once, before the first render. */
export async function startI18n<C extends Catalog>(words: Words<C>): Promise<void> {
  i18n.load('zh-CN', { ...compile(uiZh), ...compile(words.zh) });
  loadEnglish = async () => {
    if (i18n.locale !== 'en') {
      const [ui, app] = await Promise.all([import('./en'), words.en()]);
      i18n.load('en', { ...compile(ui.en), ...compile(app) });
    }
  };
  // Without the English words the shop still speaks Chinese, rather than not at all.
  await activate(chosenLocale(document.cookie)).catch(() => activate('zh-CN'));
}

export async function switchLocale(locale: Locale): Promise<void> {
  document.cookie = `${LANG_COOKIE}=${locale}; path=/; max-age=31536000; samesite=lax`;
  await activate(locale);
}

/** The locale in use, for formats and for requests. */
export function currentLocale(): Locale {
  return isLocale(i18n.locale) ? i18n.locale : 'zh-CN';
}

export function useLocale(): Locale {
  const { i18n: context } = useLingui();
  return isLocale(context.locale) ? context.locale : 'zh-CN';
}

/** Makes an app's own `useT`, typed over its catalog. */
export function makeUseT<C extends Catalog>(): () => Translate<C> {
  return function useT() {
    const { i18n: context } = useLingui();
    return (key, ...values) => context._(key, values[0]);
  };
}

export const useUiT = makeUseT<typeof uiZh>();
