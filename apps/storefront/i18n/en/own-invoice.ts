import type { Translation } from '@xihuo/ui';
import type { ownInvoice as zh } from '../zh-CN/own-invoice';

export const ownInvoice: Translation<typeof zh> = {
  'ownInvoice.of': 'Invoices',
  'ownInvoice.lead': 'Suppliers issue them; once issued you download them here.',
  'ownInvoice.ask': 'Ask for an invoice',
  'ownInvoice.asked': 'Asked for; the supplier will issue it in time',
  'ownInvoice.notAsked':
    'The order was placed, but no invoice was asked for. Please ask once more on the order’s page.',
  'ownInvoice.eachSupplier': [
    '{count} invoice, of the supplier, over what was paid less what went back.',
    '{count} invoices, one of each supplier over its part: what was paid less what went back.',
  ],
  'ownInvoice.kind': 'Made out to',
  'ownInvoice.kind.none': 'No invoice',
  'ownInvoice.kind.person': 'A person (ordinary, electronic)',
  'ownInvoice.kind.company': 'A company (ordinary, electronic)',
  'ownInvoice.person': '个人',
  'ownInvoice.title': 'Name on the invoice',
  'ownInvoice.titleMissing': 'Please fill in the name',
  'ownInvoice.number': 'Unified social credit code',
  'ownInvoice.numberWrong': 'Eighteen digits and capital letters',
  'ownInvoice.by': 'The supplier issues it by {date}',
  'ownInvoice.state.requested': 'Asked for',
  'ownInvoice.state.issued': 'Issued',
  'ownInvoice.state.contested': 'To be issued anew',
  'ownInvoice.state.confirmed': 'Issued',
  'ownInvoice.state.declined': 'Not issued',
  'ownInvoice.state.withdrawn': 'Taken back',
  'ownInvoice.paper.invoice': 'Download the invoice',
  'ownInvoice.paper.redNote': 'Download the red note',
  'ownInvoice.withdraw': 'Take the request back',
  'ownInvoice.withdrawTitle': 'Take this request back?',
  'ownInvoice.withdrawText': 'You may then ask again, under another name.',
};
