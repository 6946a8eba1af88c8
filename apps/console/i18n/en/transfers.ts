import type { Translation } from '@xihuo/ui';
import type { transfers as zh } from '../zh-CN/transfers';

export const transfers: Translation<typeof zh> = {
  'menu.transfers': 'Bank transfers',
  'transfers.lead':
    'Transfers by which organisations pay on terms. One whose remark names a payment code is matched by itself; the others you match by hand. The named order is paid first, then what is due soonest; the rest stands to the credit of the organisation.',
  'transfers.enter': 'Enter a transfer',
  'transfers.none': 'No transfers',
  'transfers.noneText': 'Enter what the bank shows here.',
  'transfers.reference': 'Bank reference',
  'transfers.receivedOn': 'Received on',
  'transfers.amount': 'Amount',
  'transfers.amountYuan': 'Amount (yuan)',
  'transfers.payer': 'Payer',
  'transfers.remark': 'Remark',
  'transfers.matched': 'Match',
  'transfers.byCode': 'By its code',
  'transfers.byPerson': 'By hand',
  'transfers.waiting': 'Waiting',
  'transfers.used': 'Used for',
  'transfers.match': 'Match to an order',
  'transfers.number': 'Purchase order number',
  'transfers.why': 'Why it belongs there',
  'transfers.save': 'Enter',
  'transfers.doMatch': 'Match',
  'transfers.saved': '{reference} is entered',
  'transfers.fillIn': 'Fill this in',
};
