import { ids } from '@xihuo/kernel';
import { columns } from '@xihuo/platform';
import { monthsIn } from '../../rules/bulk/months';

type Described = Parameters<typeof columns.yuanColumn>[0];
type Column<Value> = Described & { read(text: string): { value: Value } | { fault: typeof NO_GTIN } };

const words = (zh: string, en: string) => ({ zh, en });
const NO_GTIN = {
  code: 'GTIN_UNSOUND',
  reason: words('不是商品条码：位数或校验码不对', 'No GTIN: its length or its check digit is wrong'),
  fix: words('照包装上的条码填写 8、12、13 或 14 位数字', 'Write the 8, 12, 13 or 14 digits of the barcode'),
};
const NO_MONTHS = {
  code: 'MONTHS',
  reason: words('不是月份', 'These are no months'),
  fix: words(
    '填 1 到 12，用顿号隔开，或写起止，如 9-11',
    'Write 1 to 12, parted by commas, or from and to, such as 9-11',
  ),
};

/** A barcode number as fourteen digits, however many of them were typed. */
export function gtinColumn(described: Described): Column<string> {
  const typed = columns.codeColumn(described, (code) => (ids.gs1.gtin14(code) === null ? NO_GTIN : null));
  return {
    ...described,
    read(text) {
      const read = typed.read(text);
      return 'fault' in read ? read : { value: ids.gs1.gtin14(read.value)! };
    },
  };
}

/** Months of a year in order, each once. */
export function monthsColumn(described: Described): Column<number[]> {
  return {
    ...described,
    read(text) {
      const months = monthsIn(text);
      return months === null ? { fault: NO_MONTHS } : { value: months };
    },
  };
}
