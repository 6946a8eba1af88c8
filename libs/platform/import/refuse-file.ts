import { fail } from '@xihuo/contract';
import type { ProblemError } from '@xihuo/kernel';
import type { Bilingual } from './definition';

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
  emptyRows: [
    '空行过多',
    'There are too many empty rows',
    '请选中数据下方的所有行并删除，然后保存',
    'Select all rows below the data, delete them and save',
  ],
  mergedCells: [
    '表格中有合并的单元格',
    'Some cells are merged',
    '请取消合并，并在每一行都填写内容',
    'Unmerge them and fill in every row',
  ],
  headings: [
    '第一行没有模板中的列名',
    'No column of the template is named in the first row',
    '第一行须为模板的表头；如显示为乱码，请另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8”',
    'Begin with the head of the template; where it is garbled, save it as an Excel workbook (.xlsx) or as CSV UTF-8',
  ],
  garbled: [
    '文字是乱码，文件的编码不对',
    'The text is garbled: the encoding of the file is wrong',
    '请在表格软件中重新另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8”',
    'Save it again as an Excel workbook (.xlsx) or as CSV UTF-8',
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

/** The error of a file that is not taken as a whole; nothing of it was kept. `about` names what the sentence is about. */
export function refuseFile(
  reason: FileFault,
  { about, ...extra }: { about?: Bilingual } & Record<string, unknown> = {},
): ProblemError {
  const [zh, en, fixZh, fixEn] = REASONS[reason];
  const sentence = about ? { zh: `${zh}：${about.zh}`, en: `${en}: ${about.en}` } : { zh, en };
  return fail('IMPORT_FILE_REFUSED', { extra: { reason, sentence, fix: { zh: fixZh, en: fixEn }, ...extra } });
}
