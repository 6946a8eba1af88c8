import { exporting } from '@xihuo/platform';

const { inWords, listTable, yuanCell } = exporting;

const PURCHASES = {
  awaitingApproval: ['待审批', 'To approve'],
  issued: ['已下单', 'Issued'],
  rejected: ['未批准', 'Rejected'],
  withdrawn: ['已撤回', 'Withdrawn'],
} as const;

export const purchaseTable = listTable('GET /organisations/{id}/purchase-orders', {
  name: { zh: '采购单', en: 'purchase-orders' },
  columns: [
    { zh: '采购单号', en: 'Number', cell: ({ number }) => number },
    { zh: '本单位单号', en: 'Own number', cell: ({ ownNumber }) => ownNumber },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(PURCHASES, state, language) },
    { zh: '收货点', en: 'Site', cell: ({ siteName }) => siteName },
    { zh: '金额（元）', en: 'Amount (yuan)', cell: ({ amount }) => yuanCell(amount.amount) },
    { zh: '未付（元）', en: 'Open (yuan)', cell: ({ open }) => yuanCell(open.amount) },
    { zh: '申请人', en: 'Requested by', cell: ({ requestedBy }) => requestedBy },
    { zh: '申请时间', en: 'Requested', cell: ({ requestedAt }) => requestedAt },
  ],
});

const KINDS = {
  cancel: ['取消', 'Cancellation'],
  short: ['少发', 'Short delivery'],
  damage: ['坏果、破损', 'Damage'],
  return: ['退货退款', 'Return'],
  refundOnly: ['仅退款', 'Refund only'],
  exchange: ['换货', 'Exchange'],
  resend: ['补发', 'Resend'],
} as const;
const CASES = {
  requested: ['待答复', 'To answer'],
  awaitingReturn: ['待寄回', 'To be sent back'],
  returning: ['寄回中', 'On its way back'],
  replacing: ['待发补货', 'Replacement to be sent'],
  replacementSent: ['补货在途', 'Replacement on its way'],
  refused: ['已拒绝', 'Refused'],
  escalated: ['平台介入', 'With the platform'],
  refunding: ['退款中', 'Refund under way'],
  refunded: ['已退款', 'Refunded'],
  replaced: ['已换补', 'Replaced'],
  withdrawn: ['已撤回', 'Withdrawn'],
  closed: ['已结束', 'Closed'],
} as const;

export const afterSaleTable = listTable('GET /supplier/after-sales', {
  name: { zh: '售后', en: 'after-sales' },
  columns: [
    { zh: '订单号', en: 'Order', cell: ({ orderNumber }) => orderNumber },
    { zh: '类型', en: 'Kind', cell: ({ kind }, language) => inWords(KINDS, kind, language) },
    {
      zh: '商品',
      en: 'Goods',
      cell: ({ lines }) => lines.map(({ productName, pack, packs }) => `${productName} ${pack} × ${packs}`).join('；'),
    },
    { zh: '金额（元）', en: 'Amount (yuan)', cell: ({ amount }) => yuanCell(amount.amount) },
    { zh: '买家说明', en: 'Said by the buyer', cell: ({ words }) => words },
    { zh: '申请时间', en: 'Requested', cell: ({ requestedAt }) => requestedAt },
    { zh: '最迟处理', en: 'Due', cell: ({ dueAt }) => dueAt },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(CASES, state, language) },
  ],
});

export const transferTable = listTable('GET /bank-transfers', {
  name: { zh: '银行来款', en: 'bank-transfers' },
  columns: [
    { zh: '到账日', en: 'Received', cell: ({ receivedOn }) => receivedOn },
    { zh: '银行流水号', en: 'Bank reference', cell: ({ bankReference }) => bankReference },
    { zh: '付款方', en: 'Payer', cell: ({ payerName }) => payerName },
    { zh: '附言', en: 'Remark', cell: ({ remark }) => remark },
    { zh: '金额（元）', en: 'Amount (yuan)', cell: ({ amount }) => yuanCell(amount.amount) },
    { zh: '单位', en: 'Organisation', cell: ({ organisation }) => organisation?.name ?? null },
    { zh: '采购单号', en: 'Purchase order', cell: ({ purchaseNumber }) => purchaseNumber },
    { zh: '匹配时间', en: 'Matched', cell: ({ matchedAt }) => matchedAt },
  ],
});
