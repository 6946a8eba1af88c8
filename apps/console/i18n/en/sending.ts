import type { Translation } from '@xihuo/ui';
import type { sending as zh } from '../zh-CN/sending';

export const sending: Translation<typeof zh> = {
  'sending.title': 'Ship many orders',
  'sending.lead':
    'Fill tracking numbers into the list to ship and hand it back: every row is checked, and all leave at once when you confirm.',
  'sending.open': 'Ship many',
  'sending.back': 'Orders',
  'sending.list': 'list to ship',
  'sending.card': 'Hand in the filled-in list',
  'sending.chooseText':
    'Export the list to ship and fill in carrier and tracking number. A row is an order and sends all that is left of it; where no lots are named the oldest are taken, and rows the lots cannot fill are pointed out. Nothing is written before you confirm.',
  'sending.confirm': 'Ship {count} orders',
  'sending.done': '{count} orders shipped: buyers see parcels and lots',
  'sending.partial': 'Orders of which only a part leaves are shipped on their own pages.',
  'importTemplate.payoutResults': 'payout-results-template',
  'importTemplate.shipments': 'shipments-template',
};
