import type { Role } from '@xihuo/contract';
import type { RouteKey } from '@xihuo/ui';
import { channelGroup } from './channel-menu';
import { moneyGroup } from './money-menu';
import { peopleGroup } from './people-menu';
import { resultsGroup } from './results-menu';
import { salesGroup } from './sales-menu';
import type { zh } from '../i18n/zh-CN';
import type { IconName } from './icons';

type MenuWord = Extract<keyof typeof zh, `menu.${string}`>;

/** A page of the menu: who sees it is who the route behind it answers; a test holds the two against each other. */
export interface MenuItem {
  to: string;
  word: MenuWord;
  icon: IconName;
  route: RouteKey;
  /** Absent: everybody at work. */
  roles?: readonly Role[];
  /** What it shows is of the whole country: who has one of these roles in a province or a county is answered nothing there. */
  countrywide?: readonly Role[];
}

export interface MenuGroup {
  word: Extract<MenuWord, `menu.group.${string}`>;
  items: readonly MenuItem[];
}

const BENEFIT_READERS: readonly Role[] = [
  'supplier',
  'countyAgriculture',
  'countyRevitalisation',
  'auditor',
  'reviewer',
  'operator',
  'finance',
];

export const menu: readonly MenuGroup[] = [
  {
    word: 'menu.group.admission',
    items: [
      { to: '/admission/apply', word: 'menu.apply', icon: 'paper', route: 'GET /me/applications', roles: ['supplier'] },
      {
        to: '/admission/applications',
        word: 'menu.applications',
        icon: 'paper',
        route: 'GET /admission/applications',
        roles: ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'],
      },
      {
        to: '/admission/queue',
        word: 'menu.queue',
        icon: 'queue',
        route: 'GET /admission/queue',
        roles: ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer'],
      },
      {
        to: '/admission/inspections',
        word: 'menu.inspections',
        icon: 'visit',
        route: 'GET /admission/inspections',
        roles: ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'],
      },
      {
        to: '/admission/recommendations',
        word: 'menu.recommendations',
        icon: 'track',
        route: 'GET /admission/recommendations',
        roles: ['countyAgriculture', 'countyRevitalisation', 'auditor', 'operator'],
      },
      {
        to: '/admission/objections',
        word: 'menu.objections',
        icon: 'objection',
        route: 'GET /admission/objections',
        roles: ['reviewer', 'auditor', 'operator'],
      },
    ],
  },
  {
    word: 'menu.group.products',
    items: [
      {
        to: '/catalogue/products',
        word: 'menu.products',
        icon: 'lot',
        route: 'GET /suppliers/{supplierId}/products',
        roles: ['supplier'],
      },
      {
        to: '/catalogue/areas',
        word: 'menu.areas',
        icon: 'track',
        route: 'PUT /suppliers/{supplierId}/delivery-areas',
        roles: ['supplier'],
      },
      {
        to: '/catalogue/changes',
        word: 'menu.changes',
        icon: 'queue',
        route: 'GET /catalogue/changes',
        roles: ['supplier', 'reviewer', 'operator', 'auditor'],
      },
      {
        to: '/admission/dossiers',
        word: 'menu.dossiers',
        icon: 'product',
        route: 'GET /admission/dossiers',
        roles: ['supplier', 'countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'],
      },
      {
        to: '/admission/recognitions',
        word: 'menu.recognitions',
        icon: 'stamp',
        route: 'GET /admission/recognitions',
        roles: ['supplier', 'countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'],
      },
      {
        to: '/admission/editions',
        word: 'menu.editions',
        icon: 'book',
        route: 'GET /admission/editions',
        roles: ['operator', 'reviewer', 'auditor'],
      },
      {
        to: '/admission/standards',
        word: 'menu.standards',
        icon: 'rule',
        route: 'GET /admission/standards',
        roles: ['operator', 'reviewer', 'auditor'],
      },
      {
        to: '/catalogue/search',
        word: 'menu.search',
        icon: 'search',
        route: 'GET /search/synonyms',
        roles: ['operator'],
      },
    ],
  },
  {
    word: 'menu.group.watching',
    items: [
      {
        to: '/admission/watching',
        word: 'menu.watching',
        icon: 'watch',
        route: 'GET /admission/watching',
        roles: ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'],
      },
      {
        to: '/admission/exits',
        word: 'menu.exits',
        icon: 'entries',
        route: 'GET /admission/exits',
        roles: ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator', 'finance'],
      },
      { to: '/admission/own', word: 'menu.own', icon: 'watch', route: 'GET /supplier/measures', roles: ['supplier'] },
    ],
  },
  channelGroup,
  salesGroup,
  {
    word: 'menu.group.harvest',
    items: [
      { to: '/trace/scale', word: 'menu.scale', icon: 'scale', route: 'GET /supplier/scale', roles: ['supplier'] },
      {
        to: '/trace/deliveries',
        word: 'menu.deliveries',
        icon: 'entries',
        route: 'GET /supplier/deliveries',
        roles: ['supplier', 'countyAgriculture', 'countyRevitalisation'],
      },
      { to: '/trace/lots', word: 'menu.lots', icon: 'lot', route: 'GET /supplier/lots', roles: ['supplier'] },
      {
        to: '/trace/recalls',
        word: 'menu.recalls',
        icon: 'objection',
        route: 'GET /trace/recalls',
        roles: ['supplier', 'operator', 'reviewer', 'auditor', 'mediator'],
      },
    ],
  },
  {
    word: 'menu.group.linkage',
    items: [
      {
        to: '/benefit/agreements',
        word: 'menu.agreements',
        icon: 'agreement',
        route: 'GET /benefit/agreements',
        roles: BENEFIT_READERS,
      },
      {
        to: '/benefit/work',
        word: 'menu.work',
        icon: 'work',
        route: 'GET /benefit/work',
        roles: BENEFIT_READERS,
      },
      {
        to: '/benefit/households',
        word: 'menu.households',
        icon: 'people',
        route: 'GET /benefit/households',
        roles: BENEFIT_READERS,
      },
      {
        to: '/benefit/pools',
        word: 'menu.dividends',
        icon: 'share',
        route: 'GET /benefit/pools',
        roles: BENEFIT_READERS,
      },
    ],
  },
  moneyGroup,
  resultsGroup,
  peopleGroup,
  {
    word: 'menu.group.proof',
    items: [
      {
        to: '/admission/trail',
        word: 'menu.trail',
        icon: 'track',
        route: 'GET /admission/trail',
        roles: ['auditor'],
      },
      { to: '/registry/settings', word: 'menu.settings', icon: 'rule', route: 'GET /settings' },
      { to: '/platform/checkpoints', word: 'menu.checkpoints', icon: 'chain', route: 'GET /audit/checkpoints' },
      {
        to: '/platform/entries',
        word: 'menu.entries',
        icon: 'entries',
        route: 'GET /audit/entries',
        roles: ['auditor', 'operator'],
      },
      {
        to: '/platform/operations',
        word: 'menu.operations',
        icon: 'watch',
        route: 'GET /operations',
        roles: ['operator', 'auditor'],
      },
      {
        to: '/platform/dead-letters',
        word: 'menu.deadLetters',
        icon: 'queue',
        route: 'GET /dead-letters',
        roles: ['operator', 'auditor'],
      },
    ],
  },
];

type Grant = { role: Role; jurisdiction: object | null };

const opens = (item: MenuItem, { role, jurisdiction }: Grant): boolean =>
  item.roles!.includes(role) && (jurisdiction === null || !item.countrywide?.includes(role));

/** The groups a person has something in. */
export function menuFor(grants: readonly Grant[]): MenuGroup[] {
  return menu
    .map((group) => ({
      ...group,
      items: group.items.filter((item) => !item.roles || grants.some((grant) => opens(item, grant))),
    }))
    .filter((group) => group.items.length > 0);
}
