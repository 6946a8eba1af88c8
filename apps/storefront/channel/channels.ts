/** The four lists of channels, for the front page and the row above each. */
export const CHANNELS = [
  { to: '/venues', word: 'nav.venues', about: 'channel.about.venues' },
  { to: '/campaigns', word: 'nav.campaigns', about: 'channel.about.campaigns' },
  { to: '/fairs', word: 'nav.fairs', about: 'channel.about.fairs' },
  { to: '/brands', word: 'nav.brands', about: 'channel.about.brands' },
] as const;
