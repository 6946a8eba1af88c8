/**
 * The grounds (准入后监测事由) on which a measure may rest: the published list, numbered. What each costs in days and months is a
 * dated setting (`admission.ground.*`).
 */
export const GROUNDS = {
  'EXT-01': { zh: '质量抽检不合格', en: 'Failed quality spot check' },
  'EXT-02': { zh: '以次充好、掺杂掺假', en: 'Inferior or adulterated goods' },
  'EXT-03': { zh: '非产地货源/贴牌冒充', en: 'Goods not from the stated origin, relabelled' },
  'EXT-04': { zh: '价格虚高', en: 'Price above market' },
  'EXT-05': { zh: '虚假联农带农', en: 'False farmer-linkage claims' },
  'EXT-06': { zh: '虚假交易、刷单', en: 'Fake trade' },
  'EXT-07': { zh: '伪造资质、检测报告', en: 'Forged licence or report' },
  'EXT-08': { zh: '许可/证书过期或被吊销', en: 'Licence or certificate expired or revoked' },
  'EXT-09': { zh: '列入经营异常名录', en: 'On abnormal-operation list' },
  'EXT-10': { zh: '严重违法失信/失信被执行人', en: 'Serious dishonesty or judgment defaulter' },
  'EXT-11': { zh: '投诉率/退货率超标', en: 'Complaint or return rate above limit' },
  'EXT-12': { zh: '拒不履行争议裁决、不配合举证', en: 'Does not honour a dispute decision' },
  'EXT-13': { zh: '逾期不发货/虚假发货', en: 'Late or false dispatch' },
  'EXT-14': { zh: '未按约支付农户款项', en: 'Farmer payment not made' },
  'EXT-15': { zh: '年度复核未通过或未提交', en: 'Annual re-check failed or missing' },
  'EXT-16': { zh: '食品安全事故/被立案', en: 'Food-safety incident or case opened' },
  'EXT-17': { zh: '破产、注销、停业', en: 'Bankruptcy, deregistration, cease' },
  'EXT-18': { zh: '冒用平台名义/专馆名义', en: 'Passing off as the platform or its hall' },
  'EXT-19': { zh: '主动退出', en: 'Voluntary exit' },
  'EXT-20': { zh: '销售代理无授权', en: 'Agent without valid mandate' },
} as const;

export type Ground = keyof typeof GROUNDS;
export const GROUND_CODES = Object.keys(GROUNDS) as [Ground, ...Ground[]];
