import type { MenuGroup } from './menu';

/** What all of it came to. */
export const resultsGroup: MenuGroup = {
  word: 'menu.group.results',
  items: [
    {
      to: '/results',
      word: 'menu.results',
      icon: 'track',
      route: 'GET /results/sales',
      roles: ['countyAgriculture', 'countyRevitalisation', 'auditor', 'operator', 'finance'],
    },
  ],
};
