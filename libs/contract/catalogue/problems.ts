export const catalogueProblems = {
  TEXT_UNLAWFUL: {
    status: 422,
    zh: '文字含有不得用于商品页面的用语，请按提示修改',
    en: 'The words hold what may not stand in a listing: mend them as said',
  },
  FINDINGS_UNSEEN: {
    status: 422,
    zh: '仍有须核对依据的用语未勾选已核对',
    en: 'Some claims that want proof were not ticked as looked at',
  },
  TIERS_UNSOUND: {
    status: 422,
    zh: '阶梯价须件数递增、单价递减，且不高于零售价',
    en: 'Tiers want more packs at lower prices, none above the retail price',
  },
  GTIN_UNSOUND: {
    status: 422,
    zh: '商品条码位数或校验码不符',
    en: 'The GTIN has a wrong length or check digit',
  },
  GTIN_TAKEN: { status: 409, zh: '该商品条码已用于您的另一规格', en: 'Another pack of yours carries this GTIN' },
  ARTICLE_NUMBER_TAKEN: {
    status: 409,
    zh: '该货号已用于您的另一规格',
    en: 'Another pack of yours carries this article number',
  },
  PACK_UNSOUND: {
    status: 422,
    zh: '规格的净重不合常理，请核对数字和单位',
    en: 'No pack weighs what this one says: check its figure and unit',
  },
  PACK_TAKEN: { status: 409, zh: '该商品已有同名规格', en: 'The product has a pack of these words already' },
  TOO_MANY_PACKS: { status: 409, zh: '该商品的规格数量已达上限', en: 'The product has as many packs as it may' },
  FACTS_FIXED: {
    status: 409,
    zh: '该产品的名称、产地等信息不由您单独更改',
    en: 'What this product is is not yours alone to change',
  },
  PLACEMENT_PAST: { status: 422, zh: '结束日期已过', en: 'The last day is over' },
  PLACEMENT_OVERLAPS: {
    status: 409,
    zh: '该商品在这些日子已登记付费推广',
    en: 'The listing has a paid placement on these days already',
  },
  PICTURE_UNKNOWN: { status: 422, zh: '图片不属于该商品', en: 'A picture is not one of this product' },
  PICTURE_NOT_READY: { status: 409, zh: '图片仍在处理或未通过检查', en: 'A picture is not ready or was refused' },
  PICTURE_REFUSED: {
    status: 422,
    zh: '图片或视频无法使用：格式、编码、尺寸不符或文件已损坏',
    en: 'The file cannot be used: its kind, its size, or it is damaged',
  },
  TOO_MANY_PICTURES: { status: 409, zh: '该商品的图片数量已达上限', en: 'The product has as many pictures as it may' },
  FAVOURITES_FULL: {
    status: 409,
    zh: '最多收藏 100 件商品，请先取消一些',
    en: 'At most 100 products are kept: let some go first',
  },
} as const;
