export const channelProblems = {
  SLUG_TAKEN: { status: 409, zh: '该网址名已被使用', en: 'This address is taken' },
  REGION_UNKNOWN: { status: 422, zh: '没有这个地区', en: 'There is no such region' },
  PRODUCT_UNKNOWN: {
    status: 422,
    zh: '有商品不存在或不属于该供应商',
    en: 'A product does not exist or is not of this supplier',
  },
  SUPPLIER_UNKNOWN: { status: 422, zh: '没有这个供应商', en: 'There is no such supplier' },
  VENUE_PLACE: {
    status: 422,
    zh: '专区、直供点和集散中心须有地址和营业时间；自提须有地址',
    en: 'Zones, direct-supply points and hubs need an address and opening times; pickup needs an address',
  },
  VENUE_EMPTY: { status: 409, zh: '货架上还没有商品，不能开放', en: 'Nothing stands on its shelves yet' },
  PAIRING_UNKNOWN: { status: 422, zh: '活动期间两省没有结对', en: 'The two provinces are not paired on these days' },
  FUNDERS_NOT_WHOLE: {
    status: 422,
    zh: '每项优惠的出资比例之和须为 100%',
    en: 'The shares of those who fund a discount must be 100 % together',
  },
  FUNDER_UNKNOWN: { status: 422, zh: '没有这个出资单位', en: 'There is no such organisation to fund it' },
  CAMPAIGN_TURN: {
    status: 409,
    zh: '结对双方轮流主办：本次应由另一方主办',
    en: 'The two provinces host in turn: it is the other one that hosts now',
  },
  CAMPAIGN_PAST: { status: 409, zh: '结束日期已过，不能发布', en: 'Its last day is over: it cannot be published' },
  CAMPAIGN_OVER: { status: 409, zh: '活动已结束或取消，不能报名', en: 'The campaign is over or was called off' },
  NOT_RECOGNISED: {
    status: 409,
    zh: '只有在有效期内的认定产品可以参加西货东输活动',
    en: 'Only products recognised at present may join a West-goods-East campaign',
  },
  FAIR_OVER: { status: 409, zh: '展会已结束或取消', en: 'The fair is over or was called off' },
  SIGN_UP_OVER: { status: 409, zh: '报名已截止', en: 'Signing up is over' },
  NOT_AN_EXHIBITOR: { status: 422, zh: '该供应商没有参展', en: 'This supplier is not among the exhibitors' },
  BOOTH_TAKEN: { status: 409, zh: '展位已分配给其他参展商', en: 'Another exhibitor has this booth' },
  LICENCE_OVERLAPS: {
    status: 409,
    zh: '该供应商在此期间已有同一范围的授权',
    en: 'The supplier already has a licence of the same scope on some of these days',
  },
} as const;
