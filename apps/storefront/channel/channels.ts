/** The four lists of channels, for the front page and the row above each. */
export const CHANNELS = [
  { to: '/venues', word: 'nav.venues', about: 'channel.about.venues', door: 'venues' },
  { to: '/campaigns', word: 'nav.campaigns', about: 'channel.about.campaigns', door: 'campaigns' },
  { to: '/fairs', word: 'nav.fairs', about: 'channel.about.fairs', door: 'fairs' },
  { to: '/brands', word: 'nav.brands', about: 'channel.about.brands', door: 'brands' },
] as const;
