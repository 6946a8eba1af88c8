import type { MenuGroup } from './menu';

/** Who acts as what. */
export const peopleGroup: MenuGroup = {
  word: 'menu.group.people',
  items: [
    {
      to: '/identity/people',
      word: 'menu.people',
      icon: 'people',
      route: 'GET /people',
      roles: ['supplier', 'countyAgriculture', 'countyRevitalisation', 'operator'],
    },
  ],
};
