/** Parcels of many orders at once. */
export const sending = {
  'sending.title': '批量发货',
  'sending.lead': '把运单号填进待发货清单再传回来：逐行核对，确认后一次发出。',
  'sending.open': '批量发货',
  'sending.back': '订单',
  'sending.list': '待发货清单',
  'sending.card': '上传填好的清单',
  'sending.chooseText':
    '先导出待发货清单，填上快递公司和运单号。每行一个订单，发出其中所有未发商品；批次留空时自动用最早的批次，余量不足的行会指出。确认前不写入。',
  'sending.confirm': '确认发出 {count} 个订单',
  'sending.done': '已发出 {count} 个订单，买家能看到包裹和批次',
  'sending.partial': '只发一部分的订单，请在订单页单独发货。',
  'importTemplate.payoutResults': '付款结果模板',
  'importTemplate.shipments': '发货单模板',
} as const;
