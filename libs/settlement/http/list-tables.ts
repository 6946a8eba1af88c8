import { exporting } from '@xihuo/platform';

const { listTable, yuanCell } = exporting;

export const statementTable = listTable('GET /settlement/statements', {
  name: { zh: '结算单', en: 'statements' },
  columns: [
    { zh: '供应商', en: 'Supplier', cell: ({ supplier }) => supplier.name },
    { zh: '期末', en: 'Until', cell: ({ periodEnd }) => periodEnd },
    { zh: '期初（元）', en: 'Opening (yuan)', cell: ({ openingBalance }) => yuanCell(openingBalance.amount) },
    { zh: '货款（元）', en: 'Gross (yuan)', cell: ({ gross }) => yuanCell(gross.amount) },
    { zh: '退款（元）', en: 'Refunds (yuan)', cell: ({ refunds }) => yuanCell(refunds.amount) },
    { zh: '补贴（元）', en: 'Subsidies (yuan)', cell: ({ subsidies }) => yuanCell(subsidies.amount) },
    { zh: '平台费（元）', en: 'Fees (yuan)', cell: ({ fees }) => yuanCell(fees.amount) },
    { zh: '农户应得（元）', en: 'Farmer dues (yuan)', cell: ({ farmerDues }) => yuanCell(farmerDues.amount) },
    { zh: '应付（元）', en: 'Payable (yuan)', cell: ({ payable }) => yuanCell(payable.amount) },
    { zh: '调整（元）', en: 'Adjustments (yuan)', cell: ({ adjustments }) => yuanCell(adjustments.amount) },
    { zh: '结算后退款（元）', en: 'Late refunds (yuan)', cell: ({ lateRefunds }) => yuanCell(lateRefunds.amount) },
    { zh: '已付款（元）', en: 'Paid out (yuan)', cell: ({ payouts }) => yuanCell(payouts.amount) },
    { zh: '期末余额（元）', en: 'Closing (yuan)', cell: ({ closingBalance }) => yuanCell(closingBalance.amount) },
  ],
});
