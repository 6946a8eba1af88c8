import type { MenuGroup } from './menu';

/** Settlement, what is paid out, and whether the bank agrees. */
export const moneyGroup: MenuGroup = {
  word: 'menu.group.money',
  items: [
    {
      to: '/settlement/runs',
      word: 'menu.runs',
      icon: 'run',
      route: 'GET /settlement/runs',
      roles: ['finance', 'auditor', 'operator'],
    },
    {
      to: '/settlement/statements',
      word: 'menu.statements',
      icon: 'statement',
      route: 'GET /settlement/statements',
      roles: ['finance', 'auditor', 'operator', 'supplier'],
    },
    {
      to: '/settlement/adjustments',
      word: 'menu.adjustments',
      icon: 'rule',
      route: 'GET /settlement/adjustments',
      roles: ['finance', 'auditor', 'operator', 'supplier'],
    },
    {
      to: '/settlement/payouts',
      word: 'menu.payouts',
      icon: 'run',
      route: 'GET /settlement/payout-runs',
      roles: ['finance', 'auditor'],
      countrywide: ['auditor'],
    },
    {
      to: '/settlement/accounts',
      word: 'menu.payeeAccounts',
      icon: 'people',
      route: 'GET /settlement/payee-accounts',
      roles: ['finance', 'supplier'],
    },
    {
      to: '/settlement/subsidies',
      word: 'menu.subsidies',
      icon: 'share',
      route: 'GET /settlement/subsidies',
      roles: ['finance', 'auditor', 'operator', 'supplier'],
    },
    {
      to: '/ordering/transfers',
      word: 'menu.transfers',
      icon: 'statement',
      route: 'GET /bank-transfers',
      roles: ['finance'],
    },
    {
      to: '/ordering/transfer-returns',
      word: 'menu.returns',
      icon: 'share',
      route: 'GET /transfer-returns',
      roles: ['finance'],
    },
    {
      to: '/ordering/accounts',
      word: 'menu.accounts',
      icon: 'agreement',
      route: 'GET /business-accounts',
      roles: ['finance'],
    },
    {
      to: '/payment/differences',
      word: 'menu.reconciliation',
      icon: 'rule',
      route: 'GET /payment/differences',
      roles: ['finance', 'auditor'],
      countrywide: ['auditor'],
    },
    {
      to: '/ledger',
      word: 'menu.books',
      icon: 'book',
      route: 'GET /ledger/trial-balance',
      roles: ['finance', 'auditor'],
    },
    {
      to: '/ledger/checks',
      word: 'menu.booksCheck',
      icon: 'rule',
      route: 'GET /ledger/checks',
      roles: ['finance', 'auditor', 'reviewer'],
    },
  ],
};
