import type { machines } from '@xihuo/contract';
import { money } from '@xihuo/kernel';

/** A line of a payout file. */
export interface BankLine {
  /** Its number, by which the bank's answer finds it again. */
  readonly code: string;
  readonly fen: bigint;
  readonly holder: string;
  readonly number: string;
  /** 联行号 of the payee's bank, where it is known. */
  readonly cnapsCode: string | null;
  readonly bankName: string;
  readonly purpose: machines.PayoutPurpose;
}

/** Where an account is kept. */
export interface BankOf {
  readonly cnapsCode: string | null;
  readonly bankName: string;
}

/** What a line says beside itself: its place in the file (from 1), and the day of the file (YYYY-MM-DD). */
interface Around {
  readonly place: number;
  readonly on: string;
  readonly layout: BankLayout;
}

export interface BankLayout {
  /** How a 联行号 begins (three digits), and how the bank is called where only its name is known. */
  readonly banks: readonly string[];
  readonly names: readonly string[];
  readonly encoding: 'utf8' | 'utf8WithMark' | 'gb18030';
  readonly titled: boolean;
  readonly columns: readonly (readonly [title: string, field: Field])[];
  readonly purposes: Readonly<Record<machines.PayoutPurpose, string>>;
  /** Characters that a holder or a bank may have; null where there is no limit. */
  readonly longest: number | null;
}

type Field = keyof typeof FIELDS;

const FIELDS = {
  place: (_line: BankLine, { place }: Around) => String(place),
  date: (_line: BankLine, { on }: Around) => on.replaceAll('-', ''),
  currency: () => 'RMB',
  code: ({ code }: BankLine) => code,
  holder: ({ holder }: BankLine) => holder,
  number: ({ number }: BankLine) => number,
  bankName: ({ bankName }: BankLine) => bankName,
  cnapsCode: ({ cnapsCode }: BankLine) => cnapsCode ?? '',
  yuan: ({ fen }: BankLine) => money.toYuan(fen),
  purpose: ({ purpose }: BankLine, { layout }: Around) => layout.purposes[purpose],
  otherBank: otherBankOf,
} as const;

/** 1 where the payee is with another bank, 0 where it is with the same, nothing where nobody knows. */
function otherBankOf(line: BankLine, { layout }: Around): string {
  if (line.cnapsCode === null && line.bankName === '') return '';
  return isOf(layout, line) ? '0' : '1';
}

const PLAIN_WORDS = { wage: '代发工资', share: '农户分成', payable: '货款结算' } as const;

/**
 * The tables by which banks take many payments at once, as data: another bank, or another contract with one of these, is another row.
 * A bank hands its template to whoever signs with it; a row is held against that before the first file is sent.
 */
export const BANK_LAYOUTS: Readonly<Record<machines.PayoutLayout, BankLayout>> = {
  plain: {
    ...{ banks: [], names: [], encoding: 'utf8WithMark', titled: true, longest: null },
    columns: [
      ['业务编号', 'code'],
      ['收款户名', 'holder'],
      ['收款账号', 'number'],
      ['开户行', 'bankName'],
      ['联行号', 'cnapsCode'],
      ['金额（元）', 'yuan'],
      ['用途', 'purpose'],
    ],
    purposes: PLAIN_WORDS,
  },
  icbc: {
    ...{ banks: ['102'], names: ['工商银行', '工行'], encoding: 'gb18030', titled: true, longest: 60 },
    columns: [
      ['币种', 'currency'],
      ['日期', 'date'],
      ['顺序号', 'place'],
      ['收款账号', 'number'],
      ['收款账号名称', 'holder'],
      ['收款账号开户行', 'bankName'],
      ['金额', 'yuan'],
      ['汇款用途', 'purpose'],
      ['备注信息', 'code'],
    ],
    purposes: { wage: '工资', share: '农产品分成款', payable: '货款' },
  },
  abc: {
    ...{ banks: ['103'], names: ['农业银行', '农行'], encoding: 'utf8', titled: true, longest: 40 },
    columns: [
      ['编号', 'place'],
      ['收款方户名', 'holder'],
      ['收款方账号', 'number'],
      ['收款方开户行名', 'bankName'],
      ['收款方联行号', 'cnapsCode'],
      ['金额', 'yuan'],
      ['用途', 'purpose'],
      ['附言', 'code'],
    ],
    purposes: { wage: '代发工资', share: '收购分成', payable: '货款' },
  },
  ccb: {
    ...{ banks: ['105'], names: ['建设银行', '建行'], encoding: 'gb18030', titled: true, longest: 30 },
    columns: [
      ['序号', 'place'],
      ['账号', 'number'],
      ['户名', 'holder'],
      ['金额', 'yuan'],
      ['跨行标识', 'otherBank'],
      ['行名', 'bankName'],
      ['联行行号', 'cnapsCode'],
      ['摘要', 'purpose'],
      ['备注', 'code'],
    ],
    purposes: { wage: '工资', share: '分成款', payable: '货款' },
  },
  rural: {
    ...{ banks: ['402'], names: ['农村信用', '农信', '农商', '农村商业银行'], encoding: 'gb18030', titled: false },
    longest: 30,
    columns: [
      ['账号', 'number'],
      ['户名', 'holder'],
      ['金额', 'yuan'],
      ['摘要', 'purpose'],
      ['备注', 'code'],
    ],
    purposes: { wage: '务工工资', share: '农户分成', payable: '货款' },
  },
};

const isOf = ({ banks, names }: BankLayout, { cnapsCode, bankName }: BankOf) =>
  cnapsCode !== null ? banks.includes(cnapsCode.slice(0, 3)) : names.some((name) => bankName.includes(name));

/** Whose table a file is, by where the debtor has its account; ours where there is none, or the bank has no table we know. */
export function layoutOf(debtor: BankOf | null): machines.PayoutLayout {
  if (debtor === null) return 'plain';
  const all = Object.keys(BANK_LAYOUTS) as machines.PayoutLayout[];
  return all.find((layout) => isOf(BANK_LAYOUTS[layout], debtor)) ?? 'plain';
}

/** The cells of a line, in the order of the bank's table. */
export function cellsOf(layout: BankLayout, line: BankLine, around: { place: number; on: string }): string[] {
  return layout.columns.map(([, field]) => FIELDS[field](line, { ...around, layout }));
}

/** How names of people and organisations are written: what begins otherwise might be read as a formula. */
const NAME = /^[\p{Script=Han}A-Za-z0-9（(][\p{Script=Han}A-Za-z0-9 ·()（）\-－.&]*$/u;
const SIGN = /^[\p{Script=Han}A-Za-z0-9 ·()（）\-－.&]$/u;

/**
 * What of a line the bank's table does not take: signs it cannot show or that could be read as a formula, or `…` where a text is too
 * long. Nothing where all of it is taken. A name is never cut or rewritten: the bank compares it with the holder of the account.
 *
 * @param writes whether the encoding of the file has a sign
 */
export function refusedOf(layout: BankLayout, line: BankLine, writes: (sign: string) => boolean): string {
  if (layout.longest === null) return '';
  const found = [line.holder, ...(line.bankName === '' ? [] : [line.bankName])].flatMap((text) => {
    const signs = [...text].filter((sign) => !SIGN.test(sign) || (layout.encoding === 'gb18030' && !writes(sign)));
    if (signs.length === 0 && !NAME.test(text)) return [[...text][0] ?? ''];
    return [...text].length > layout.longest! ? [...signs, '…'] : signs;
  });
  return [...new Set(found)].join('');
}
