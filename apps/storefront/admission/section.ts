/** The pages of the public record, in the order in which a right to sell comes about and ends. */
export const RECORD_PAGES = [
  { to: '/register', word: 'nav.register', about: 'record.about.register' },
  { to: '/notices', word: 'nav.notices', about: 'record.about.notices' },
  { to: '/recognitions', word: 'nav.recognitions', about: 'record.about.recognitions' },
  { to: '/catalogue-editions', word: 'nav.editions', about: 'record.about.editions' },
  { to: '/register/measures', word: 'nav.measures', about: 'record.about.measures' },
  { to: '/register/exits', word: 'nav.exits', about: 'record.about.exits' },
  { to: '/standards', word: 'nav.standards', about: 'record.about.standards' },
  { to: '/settings', word: 'nav.settings', about: 'record.about.settings' },
] as const;

export type Section = (typeof RECORD_PAGES)[number]['to'];

/** A supplier's page lies under another address than the register it belongs to; measures lie below it but are their own. */
export function sectionOf(pathname: string): Section | undefined {
  if (pathname.startsWith('/suppliers/')) return '/register';
  const below = RECORD_PAGES.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return below.sort((one, other) => other.to.length - one.to.length)[0]?.to;
}
