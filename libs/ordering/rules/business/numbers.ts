import { must } from '@xihuo/kernel';
import { checkDigit, orderNumber } from '../order-number';

/** A purchase order's number: as an order's, so that it is read out and checked the same way. */
export const purchaseNumber = orderNumber;

/** A credit note's: `CN` and as an order's. */
export function creditNoteNumber(businessDate: string, random: number): string {
  return `CN${orderNumber(businessDate, random)}`;
}

/**
 * What a transfer names: nine random digits and a check digit, begun with 7, so that no date, order number or phone looks like one.
 *
 * @param random a whole number from 0 to 99,999,999
 */
export function payCode(random: number): string {
  must(Number.isInteger(random) && random >= 0 && random < 1e8, 'eight random digits');
  const body = `7${String(random).padStart(8, '0')}`;
  return body + checkDigit(body);
}

/** Codes somebody may have meant in a remark, however banks wrap and space it; only those whose check digit is right. */
export function payCodesIn(remark: string): string[] {
  const runs = remark.normalize('NFKC').match(/\d(?:[\s-]?\d)*/g) ?? [];
  const whole = runs.map((run) => run.replace(/[\s-]/g, '')).filter((run) => run.length === 10);
  const parts = remark.normalize('NFKC').match(/(?<!\d)7\d{9}(?!\d)/g) ?? [];
  return [...new Set([...whole, ...parts])].filter(
    (code) => code[0] === '7' && checkDigit(code.slice(0, 9)) === code[9],
  );
}
