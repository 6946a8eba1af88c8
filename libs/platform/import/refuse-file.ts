import { fail } from '@xihuo/contract';
import type { ProblemError } from '@xihuo/kernel';

/** Why a whole file is not taken, and what its sender can do about it. */
const REASONS = {
  empty: [
    '文件中没有表格内容',
    'The file holds no table',
    '请使用下载的模板填写后上传',
    'Fill in the template and send that',
  ],
  notATable: [
    '不是 csv 或 xlsx 表格',
    'This is no csv or xlsx table',
    '请在表格软件中另存为“Excel 工作簿（.xlsx）”或“CSV”',
    'Save it as an Excel workbook (.xlsx) or as CSV',
  ],
  oldWorkbook: [
    '是旧版 .xls 文件或加密的工作簿',
    'This is an old .xls workbook, or an encrypted one',
    '请去掉打开密码，另存为“Excel 工作簿（.xlsx）”',
    'Take off the password and save it as an Excel workbook (.xlsx)',
  ],
  encrypted: ['文件已加密', 'The file is encrypted', '请去掉密码后再上传', 'Take off the password'],
  damaged: [
    '文件已损坏或不完整',
    'The file is damaged or incomplete',
    '请重新导出后上传',
    'Export it again and send that',
  ],
  tooLarge: [
    '解压后内容过大',
    'What is packed in the file is too large',
    '请删除空白行列、图片和多余的工作表',
    'Delete empty rows and columns, pictures and other sheets',
  ],
  tooManyRows: [
    '超过 10,000 行',
    'There are more than 10,000 rows',
    '请拆分为多个文件分别导入',
    'Split it into several files',
  ],
  tooManyColumns: [
    '列数过多',
    'There are too many columns',
    '请只保留模板中的列',
    'Keep the columns of the template only',
  ],
  columns: [
    '缺少必填列，或同一列出现两次',
    'A column is missing, or there twice',
    '请使用模板的表头，每列一次',
    'Use the head of the template, each column once',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string, fixZh: string, fixEn: string]>;

export type FileFault = keyof typeof REASONS;

/** The error of a file that is not taken as a whole; nothing of it was kept. */
export function refuseFile(reason: FileFault, extra: Record<string, unknown> = {}): ProblemError {
  const [zh, en, fixZh, fixEn] = REASONS[reason];
  return fail('IMPORT_FILE_REFUSED', {
    extra: { reason, sentence: { zh, en }, fix: { zh: fixZh, en: fixEn }, ...extra },
  });
}
