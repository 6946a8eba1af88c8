import type { MenuGroup } from './menu';

/** Venues, campaigns, fairs and brands: what operators keep, and what suppliers take part in. */
export const channelGroup: MenuGroup = {
  word: 'menu.group.channels',
  items: [
    {
      to: '/channels/venues',
      word: 'menu.venues',
      icon: 'visit',
      route: 'GET /catalogue/venues',
      roles: ['operator'],
    },
    {
      to: '/channels/campaigns',
      word: 'menu.campaigns',
      icon: 'run',
      route: 'GET /catalogue/campaigns',
      roles: ['operator'],
    },
    { to: '/channels/fairs', word: 'menu.fairs', icon: 'people', route: 'GET /catalogue/fairs', roles: ['operator'] },
    {
      to: '/channels/brands',
      word: 'menu.brands',
      icon: 'stamp',
      route: 'GET /catalogue/brands',
      roles: ['operator'],
    },
    {
      to: '/catalogue/indications',
      word: 'menu.indications',
      icon: 'stamp',
      route: 'GET /catalogue/indications',
      roles: ['operator', 'reviewer', 'auditor'],
    },
    {
      to: '/catalogue/labels',
      word: 'menu.labels',
      icon: 'rule',
      route: 'GET /catalogue/placements',
      roles: ['operator', 'auditor'],
    },
    {
      to: '/channels/promotions',
      word: 'menu.promotions',
      icon: 'share',
      route: 'GET /promotions',
      roles: ['operator'],
    },
    {
      to: '/channels/results',
      word: 'menu.channelResults',
      icon: 'track',
      route: 'GET /insight/channels',
      roles: ['operator', 'finance', 'auditor'],
      countrywide: ['operator', 'finance', 'auditor'],
    },
    {
      to: '/channels/own-campaigns',
      word: 'menu.ownCampaigns',
      icon: 'run',
      route: 'GET /suppliers/{supplierId}/campaigns',
      roles: ['supplier'],
    },
    {
      to: '/channels/own-fairs',
      word: 'menu.ownFairs',
      icon: 'people',
      route: 'GET /suppliers/{supplierId}/fairs',
      roles: ['supplier'],
    },
    {
      to: '/channels/leads',
      word: 'menu.leads',
      icon: 'queue',
      route: 'GET /suppliers/{supplierId}/leads',
      roles: ['supplier'],
    },
  ],
};
