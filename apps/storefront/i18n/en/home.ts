import type { Translation } from '@xihuo/ui';
import type { home as zh } from '../zh-CN/home';

export const home: Translation<typeof zh> = {
  'home.promise': 'Follow every yuan to the farmer',
  'home.promiseText':
    'From your payment to the household’s account, every step is in the ledger; and why each supplier may sell here can be looked up, too.',
  'home.follow': 'Look up a lot',
  'home.fromWhere': 'Where it comes from',
  'home.coupons': 'Coupons',
  'home.couponTerms': '{reduction} off from {threshold}',
  'home.couponUntil': 'until {day}',
  'home.couponClaim': 'Shop, claim at checkout',
  'home.bought': 'What others buy',
  'home.nothing': 'Nothing is for sale at the moment',
  'home.business': 'For organisations',
  'home.campaignNow': 'Campaign now running',
  'home.campaignNext': 'Next campaign',
  'home.campaignUntil': 'Running now, ends {day}',
  'home.campaignFrom': 'Coming, begins {day}',
  'home.campaignGoods': '{count} products take part',
  'home.came': 'What reached farm households',
  'home.cameSettled': 'Settled to households',
  'home.camePaid': 'Of it paid by banks',
  'home.cameHouseholds': 'Households',
  'home.households': '{count}',
  'home.cameSource': 'Summed up from the ledger of this platform’s orders, as of {day}; not official statistics.',
  'home.cameSee': 'See lot by lot who got what',
};
