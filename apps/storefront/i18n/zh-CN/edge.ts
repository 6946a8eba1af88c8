/** What every document of the shop says, the one behind the code on a pack too. */
export const edge = {
  'elder.name': '长辈版',
  'nav.record': '公开记录',
  'nav.standards': '准入标准',
  'site.name': '西货',
  'site.strap': '西货东输 · 消费帮扶',
  'nav.allProducts': '全部商品',
  'nav.register': '准入供应商名册',
  'nav.lots': '查批次',
  'page.failed': '页面没能打开',
  'notFound.text': '链接可能不完整，或页面已经移走。',
  'home.shop': '选购西部好货',
  'spec.origin': '产地',
} as const;
