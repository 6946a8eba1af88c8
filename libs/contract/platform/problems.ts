/** Problems of what the platform does for every context. */
export const platformProblems = {
  IMPORT_FILE_REFUSED: { status: 422, zh: '无法读取该表格文件', en: 'This table cannot be read' },
  IMPORT_STATE: { status: 409, zh: '该导入当前不能执行此操作', en: 'The import is not at this step' },
  IMPORT_HAS_FAULTS: {
    status: 409,
    zh: '有错误行：请修正后重新上传，或确认跳过这些行',
    en: 'Some rows are at fault: mend them, or confirm that they are left out',
  },
  IMPORT_NOT_YOURS_NOW: {
    status: 403,
    zh: '导入人已没有这项权限',
    en: 'Whoever imports may not do this any more',
  },
  IMPORT_STOPPED: { status: 409, zh: '导入由您停止', en: 'You stopped the import' },
  IMPORT_EMPTY: { status: 409, zh: '没有可写入的行', en: 'There is no row to write' },
  SIGN_UP_PAUSED: { status: 409, zh: '平台暂停新用户注册', en: 'No new accounts are opened at present' },
  ORDERS_PAUSED: { status: 409, zh: '平台暂停接受新订单', en: 'No new orders are taken at present' },
  PUBLISHING_PAUSED: {
    status: 409,
    zh: '平台暂停批准新商品和商品变更',
    en: 'New goods and changes to goods are not approved at present',
  },
} as const;
