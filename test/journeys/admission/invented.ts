import sharp from 'sharp';

/** GB 11643 and Luhn: invented numbers whose digits fit, of people there are not. */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function idNumber(nth: number): string {
  const body = `62112319700101${String(nth).padStart(3, '0')}`;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

export function bankCard(nth: number): string {
  const body = `622202${String(nth).padStart(9, '0')}`;
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** A day before today, as papers bear it. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** A table of households as a village keeps it; the third row has a digit of its ID number wrong. */
export function householdTable(): Buffer {
  const head = '户主姓名,县（市、区）,村,联结方式,户类型,身份证号,银行卡号,同意日期,同意方式,同意文本版本';
  const rows = [11, 12, 13, 14].map((nth) => {
    const id = idNumber(nth);
    const typed = nth === 13 ? id.replace(/^6211/, '6212') : id;
    return `示例户${nth},渭源县,示例村,订单式收购,一般农户,${typed},${bankCard(nth)},${daysAgo(60)},本人签字,2026-1`;
  });
  return Buffer.from(`\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
}

/** A page somebody has photographed, light with some lines on it. */
export async function photo(title: string): Promise<Buffer> {
  const lines = Array.from(
    { length: 9 },
    (_, at) => `<rect x="120" y="${260 + at * 70}" width="${at % 3 === 2 ? 420 : 660}" height="14" fill="#777"/>`,
  ).join('');
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="#f6f1e4"/>
    <text x="450" y="180" text-anchor="middle" font-size="54" font-family="Noto Sans CJK SC" fill="#222">${title}</text>${lines}</svg>`;
  return sharp(Buffer.from(sheet)).jpeg({ quality: 70 }).toBuffer();
}

/** One empty page, as a scanner's software writes it. */
export const SCAN = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);
