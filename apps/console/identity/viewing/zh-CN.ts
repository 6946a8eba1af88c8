/** Looking on as a supplier: fetched with the page that begins it, and with the bar that stands above all pages meanwhile. */
export const zh = {
  'viewing.begin': '查看其工作台',
  'viewing.lead':
    '接下来 30 分钟，您看到的是{name}的人看到的工作台：只能看，不能操作，不能下载，收货人等加密信息不显示。对方会立即收到通知，并看到您填写的原因。',
  'viewing.reason': '原因',
  'viewing.reasonHint': '对方会看到，例如：来电说找不到发货单',
  'viewing.bar': '只读查看：{name}',
  'viewing.until': '{time} 自动结束',
  'viewing.buttons': '按钮与对方所见相同，按下不会生效',
  'viewing.end': '结束查看',
  'viewing.mark': '只读查看 · {name} · {person}',
} as const;
