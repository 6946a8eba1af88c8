import type { MenuGroup } from './menu';

/** What is sold, what sending costs and what is taken off; what comes back of it: claims, reviews, questions, disputes. */
export const salesGroup: MenuGroup = {
  word: 'menu.group.sales',
  items: [
    {
      to: '/ordering/orders',
      word: 'menu.orders',
      icon: 'parcel',
      route: 'GET /supplier/orders',
      roles: ['supplier'],
    },
    {
      to: '/ordering/invoices',
      word: 'menu.invoices',
      icon: 'paper',
      route: 'GET /supplier/invoice-requests',
      roles: ['supplier'],
    },
    {
      to: '/ordering/pickups',
      word: 'menu.pickups',
      icon: 'visit',
      route: 'GET /pickups',
      roles: ['supplier', 'operator'],
    },
    {
      to: '/ordering/freight',
      word: 'menu.freight',
      icon: 'parcel',
      route: 'GET /suppliers/{supplierId}/freight',
      roles: ['supplier'],
    },
    {
      to: '/ordering/promotions',
      word: 'menu.ownPromotions',
      icon: 'share',
      route: 'GET /suppliers/{supplierId}/promotions',
      roles: ['supplier'],
    },
    {
      to: '/ordering/after-sales',
      word: 'menu.claims',
      icon: 'track',
      route: 'GET /supplier/after-sales',
      roles: ['supplier'],
    },
    {
      to: '/disputes',
      word: 'menu.disputes',
      icon: 'objection',
      route: 'GET /supplier/disputes',
      roles: ['supplier'],
    },
    {
      to: '/reviews',
      word: 'menu.reviews',
      icon: 'paper',
      route: 'GET /supplier/reviews',
      roles: ['supplier'],
    },
    {
      to: '/questions',
      word: 'menu.questions',
      icon: 'search',
      route: 'GET /supplier/questions',
      roles: ['supplier'],
    },
    {
      to: '/trace/feedback',
      word: 'menu.lotFeedback',
      icon: 'lot',
      route: 'GET /trace/lot-feedback',
      roles: ['supplier', 'operator'],
    },
    {
      to: '/moderation',
      word: 'menu.moderation',
      icon: 'paper',
      route: 'GET /moderation/reviews',
      roles: ['operator'],
    },
    {
      to: '/moderation/questions',
      word: 'menu.moderateQuestions',
      icon: 'search',
      route: 'GET /moderation/questions',
      roles: ['operator'],
    },
    {
      to: '/mediation',
      word: 'menu.mediation',
      icon: 'queue',
      route: 'GET /mediation/disputes',
      roles: ['mediator', 'operator', 'auditor'],
    },
  ],
};
