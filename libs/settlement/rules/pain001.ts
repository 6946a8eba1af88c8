import { money } from '@xihuo/kernel';

export interface CreditTransfer {
  readonly code: string;
  readonly fen: bigint;
  readonly holder: string;
  readonly number: string;
  /** 联行号 of the bank, where it is known. */
  readonly cnapsCode: string | null;
  readonly bankName: string;
  readonly purpose: string;
}

export interface PaymentInstruction {
  /** At most 35 letters and digits. */
  readonly messageId: string;
  readonly createdAt: Date;
  /** YYYY-MM-DD on which the bank is to do it. */
  readonly executeOn: string;
  readonly debtor: {
    readonly name: string;
    /** The name the house has for it: at most 34 letters and digits. */
    readonly code: string;
    /** Its account at its bank; null where none is known. */
    readonly account: { readonly number: string; readonly cnapsCode: string | null } | null;
  };
  /** How many transfers follow, and their sum: the message says both before the first of them. */
  readonly lines: number;
  readonly fen: bigint;
}

/** Of the name a debtor has here, for a bank that knows its account by its contract with the debtor. */
const OWN_SCHEME = 'XIHUO-DEBTOR';
const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/** The message asks for the debtor's bank; whoever reads it knows that it is their own. */
const NO_AGENT = '<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>';

/** Accounts of banks in China have no IBAN: they are numbers of their own (BBAN). */
function accountOf({ code, account }: PaymentInstruction['debtor']): string {
  return account === null
    ? `<Id>${text(code, 34)}</Id><SchmeNm><Prtry>${OWN_SCHEME}</Prtry></SchmeNm>`
    : `<Id>${text(account.number, 34)}</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm>`;
}

/**
 * A batch as ISO 20022 pain.001.001.09: one debtor, one payment information, a credit transfer a line; amounts in CNY, banks by
 * their CNAPS code. Names longer than the field are cut, as banks do. Head, transfers and tail are written one after the other, so
 * that a batch of any length is never held whole.
 */
export function painHead({ messageId, createdAt, executeOn, debtor, lines, fen }: PaymentInstruction): string {
  const count = `<NbOfTxs>${lines}</NbOfTxs><CtrlSum>${money.toYuan(fen)}</CtrlSum>`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}"><CstmrCdtTrfInitn>`,
    `<GrpHdr><MsgId>${text(messageId, 35)}</MsgId><CreDtTm>${createdAt.toISOString()}</CreDtTm>${count}`,
    `<InitgPty><Nm>${text(debtor.name, 140)}</Nm></InitgPty></GrpHdr>`,
    `<PmtInf><PmtInfId>${text(messageId, 35)}</PmtInfId><PmtMtd>TRF</PmtMtd>${count}`,
    `<ReqdExctnDt><Dt>${executeOn}</Dt></ReqdExctnDt><Dbtr><Nm>${text(debtor.name, 140)}</Nm></Dbtr>`,
    `<DbtrAcct><Id><Othr>${accountOf(debtor)}</Othr></Id><Ccy>CNY</Ccy></DbtrAcct>`,
    agent('DbtrAgt', debtor.account?.cnapsCode ?? null, '') || NO_AGENT,
  ].join('');
}

export const PAIN_TAIL = '</PmtInf></CstmrCdtTrfInitn></Document>\n';

export function painTransfer(transfer: CreditTransfer): string {
  const { code, fen, holder, number, cnapsCode, bankName, purpose } = transfer;
  return [
    `<CdtTrfTxInf><PmtId><EndToEndId>${text(code, 35)}</EndToEndId></PmtId>`,
    `<Amt><InstdAmt Ccy="CNY">${money.toYuan(fen)}</InstdAmt></Amt>${agent('CdtrAgt', cnapsCode, bankName)}`,
    `<Cdtr><Nm>${text(holder, 140)}</Nm></Cdtr><CdtrAcct><Id><Othr><Id>${text(number, 34)}</Id></Othr></Id></CdtrAcct>`,
    `<RmtInf><Ustrd>${text(purpose, 140)}</Ustrd></RmtInf></CdtTrfTxInf>`,
  ].join('');
}

function agent(tag: 'DbtrAgt' | 'CdtrAgt', cnapsCode: string | null, bankName: string): string {
  if (cnapsCode !== null) {
    const member = `<ClrSysMmbId><ClrSysId><Cd>CNAPS</Cd></ClrSysId><MmbId>${cnapsCode}</MmbId></ClrSysMmbId>`;
    return `<${tag}><FinInstnId>${member}</FinInstnId></${tag}>`;
  }
  return bankName === '' ? '' : `<${tag}><FinInstnId><Nm>${text(bankName, 140)}</Nm></FinInstnId></${tag}>`;
}

/** What XML has no place for is left out, what it would read as its own is written as an entity. */
function text(value: string, most: number): string {
  const plain = [...value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')]
    .slice(0, most)
    .join('');
  return plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
