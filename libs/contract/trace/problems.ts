export const traceProblems = {
  LOT_MASS_BALANCE: { status: 409, zh: '批次发货量超过来源量', en: 'The lot would ship more than it received' },
  LOT_NOT_FOR_PRODUCT: { status: 409, zh: '批次与商品不符', en: 'The lot does not hold this product' },
} as const;
