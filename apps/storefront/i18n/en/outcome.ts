import type { Translation } from '@xihuo/ui';
import type { outcome as zh } from '../zh-CN/outcome';

export const outcome: Translation<typeof zh> = {
  'outcome.title': 'What this order did',
  'outcome.of': 'Part of {supplier}',
  'outcome.payee.households': 'Farm households',
  'outcome.payee.collectives': 'Village collective',
  'outcome.payee.supplier': 'Supplier (with packing and running costs)',
  'outcome.payee.freight': 'Freight',
  'outcome.payee.platform': 'Platform fee',
  'outcome.toHouseholds': '{amount} settled to farm households',
  'outcome.noHouseholds':
    'No household is owed anything of this order: the supplier grew it, or other sales have paid what was owed.',
  'outcome.count': ['{count} household', '{count} households'],
  'outcome.few': 'Fewer than 10 households; to protect them the number is not shown',
  'outcome.kind.wage': 'Wages',
  'outcome.kind.floorPrice': 'Floor price',
  'outcome.kind.premium': 'Premium',
  'outcome.kind.rebate': 'Second rebate',
  'outcome.kind.landRent': 'Land rent',
  'outcome.kind.dividend': 'Dividend',
  'outcome.kind.collectiveShare': "Village collective's share",
  'outcome.kind.surplusRefund': 'Surplus refund by transaction volume',
  'outcome.paid': 'You paid',
  'outcome.subsidies': 'Added by those who bear the discount',
  'outcome.refunded': 'Paid back to you',
  'outcome.held': 'In dispute, not settled yet',
  'outcome.open': 'Still to be settled',
  'outcome.laterRefunded': '{amount} was paid back to you after settlement; the supplier bears it.',
  'outcome.laterRebates': '{amount} of it are second rebates that had not been paid out and went back with the goods.',
  'outcome.basis':
    'Settled until {date}. Each grain is one percent. The amounts are read from the ledger, not typed in by the supplier.',
  'outcome.how': 'How it is computed',
  'outcome.howText':
    'The platform fee comes off first. Then the households behind the goods are paid in this order: wages, floor price, premium, then rebates and dividends. The rest is the supplier’s. What is put down for a household is paid to its bank account with the next payout.',
  'outcome.rules': 'Versions of the rules: {rules}',
  'outcome.wait.onTheWay':
    'The money is settled once the goods are received and the after-sale window is over. Then you can read here whose every fen became.',
  'outcome.wait.afterSale':
    'It is settled after the after-sale window, on {date} at the earliest. Then you can read here whose every fen became.',
  'outcome.wait.settling':
    'The after-sale window is over; it is settled on {date} at the earliest. Then you can read here whose every fen became.',
  'outcome.wait.partly': 'It is settled once the dispute is over. Then you can read here whose every fen became.',
  'outcome.rest': 'The rest is settled on {date} at the earliest.',
};
