const ASKED = 'Intl.DateTimeFormat.supportedLocalesOf(';

/**
 * React Aria sees at its first line whether the browser's language is one, by a call that has the engine look up every locale it can
 * write dates in: 25 ms of a quick machine, before anything is drawn. The same error comes from a call that looks up nothing.
 * @returns {import('vite').Plugin}
 */
export function localeCheck() {
  let met = false;
  return {
    name: 'locale-check',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/useDefaultLocale\.m?js$/.test(id) || !code.includes(ASKED)) return null;
      met = true;
      return { code: code.replaceAll(ASKED, 'Intl.getCanonicalLocales('), map: null };
    },
    buildEnd(error) {
      if (!error && !met) this.error('React Aria no longer asks what locale-check replaces: take it out of the build');
    },
  };
}
