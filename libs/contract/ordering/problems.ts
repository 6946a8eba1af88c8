export const orderingProblems = {
  SKU_UNKNOWN: { status: 422, zh: '商品不存在', en: 'No such item' },
  SKU_NOT_FOR_SALE: { status: 409, zh: '商品当前不可购买', en: 'The item is not for sale at present' },
  PRICE_CHANGED: { status: 409, zh: '价格已变动，请确认新价格', en: 'The price has changed; confirm the new one' },
  OUT_OF_STOCK: { status: 409, zh: '库存不足', en: 'Not enough in stock' },
  REGION_NOT_DELIVERABLE: {
    status: 422,
    zh: '收货地区无效',
    en: 'Not a county-level delivery region of mainland China',
  },
  REGION_NOT_SERVED: {
    status: 409,
    zh: '有商品不配送到该地区',
    en: 'Something in the order is not delivered to this place',
  },
  COUPON_NOT_USABLE: { status: 409, zh: '优惠券当前不可用', en: 'A coupon cannot be used now' },
  CART_FULL: { status: 409, zh: '购物车已满，请先移除一些商品', en: 'The cart is full: take something out first' },
  PROMOTION_OVER: { status: 409, zh: '活动时间已过', en: 'Its time is over' },
  PRICE_NOT_LOWER: { status: 422, zh: '活动价须低于现价', en: 'The price is not lower than the present one' },
  COUPON_GONE: { status: 409, zh: '优惠券已领完', en: 'All of these coupons are claimed' },
  COUPON_HELD: { status: 409, zh: '您已领取该优惠券', en: 'You have claimed this coupon already' },
  STOCK_BELOW_RESERVED: {
    status: 409,
    zh: '少于未发货订单占用的数量，请先处理这些订单',
    en: 'Less than open orders hold: deal with those first',
  },
  LINE_HELD: {
    status: 409,
    zh: '该商品已有处理中的争议',
    en: 'There is a dispute about this line already',
  },
  HOLD_TOO_LARGE: {
    status: 422,
    zh: '金额超过该商品实付且未退的金额',
    en: 'More than was paid for this line and has not gone back',
  },
  ORDER_STATE: { status: 409, zh: '订单当前状态不允许此操作', en: 'The order is not in a state that allows this' },
  AFTER_SALE_NOT_POSSIBLE: {
    status: 409,
    zh: '当前不能这样申请售后',
    en: 'This cannot be claimed now',
  },
  AFTER_SALE_PHOTOS: { status: 422, zh: '请附上照片', en: 'Photos are needed' },
  AFTER_SALE_STATE: {
    status: 409,
    zh: '该售后单已有进展，请刷新后再操作',
    en: 'The case has moved on; reload it first',
  },
} as const;
