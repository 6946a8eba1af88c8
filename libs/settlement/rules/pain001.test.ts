import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PAIN_TAIL, painHead, painTransfer, type CreditTransfer, type PaymentInstruction } from './pain001';
import { faultsOf, treeOf } from '../fixtures/xsd';
import { codeOfItem, itemOfCode } from './item-code';

const SCHEMA = resolve(__dirname, '../../../../shared/schemas/pain.001.001.09.xsd');

const batch = {
  messageId: '0193F0A2B4C67D8E9F00112233445566',
  createdAt: new Date('2026-11-28T02:00:00Z'),
  executeOn: '2026-11-28',
  debtor: { name: '示例合作社', code: 'S001', account: { number: '6200000000000018', cnapsCode: '102100099996' } },
};
const line = {
  ...{ code: '0193F0A2B4C67D8E9F00112233445567', fen: 12_850n, holder: '黄春龙', number: '0000000000000018' },
  ...{ cnapsCode: '102100099996', bankName: '示例银行', purpose: '农户分成' },
};

type Head = Omit<PaymentInstruction, 'lines' | 'fen'>;
/** The message whole. */
const pain001 = ({ transfers, of = batch }: { transfers: readonly CreditTransfer[]; of?: Head }) =>
  [
    painHead({ ...of, lines: transfers.length, fen: transfers.reduce((sum, { fen }) => sum + fen, 0n) }),
    ...transfers.map(painTransfer),
    PAIN_TAIL,
  ].join('');

test('a batch is one instruction: how many, how much, from whom; each line its number, sum, bank and payee', () => {
  const xml = pain001({ transfers: [line, { ...line, fen: 5n, cnapsCode: null, bankName: '' }] });
  expect(xml.match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>128\.55<\/CtrlSum>/g)).toHaveLength(2);
  expect(xml).toContain('<EndToEndId>0193F0A2B4C67D8E9F00112233445567</EndToEndId>');
  expect(xml).toContain('<InstdAmt Ccy="CNY">128.50</InstdAmt>');
  expect(xml).toContain('<InstdAmt Ccy="CNY">0.05</InstdAmt></Amt><Cdtr>');
  expect(xml).toContain('<ClrSysId><Cd>CNAPS</Cd></ClrSysId><MmbId>102100099996</MmbId>');
  expect(xml).toContain('<ReqdExctnDt><Dt>2026-11-28</Dt></ReqdExctnDt>');
});

test('the account that is debited is the one of the debtor at its bank; of one whose account is not known the name it has here', () => {
  const known = pain001({ transfers: [line] });
  expect(known).toContain(
    '<DbtrAcct><Id><Othr><Id>6200000000000018</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id><Ccy>CNY</Ccy></DbtrAcct>',
  );
  expect(known).toMatch(/<DbtrAgt><FinInstnId><ClrSysMmbId>.*<MmbId>102100099996<\/MmbId>/);
  const unknown = pain001({ transfers: [line], of: { ...batch, debtor: { ...batch.debtor, account: null } } });
  expect(unknown).toContain('<Othr><Id>S001</Id><SchmeNm><Prtry>XIHUO-DEBTOR</Prtry></SchmeNm></Othr>');
  expect(unknown).toContain('<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>');
});

test('names are written so that nothing of them is read as XML, and cut to what the field takes', () => {
  const xml = pain001({ transfers: [{ ...line, holder: `<甲>&乙\u0000${'丙'.repeat(200)}` }] });
  expect(xml).toContain(`<Nm>&lt;甲&gt;&amp;乙${'丙'.repeat(135)}</Nm>`);
});

test('a line’s number leads back to it, and nothing else does', () => {
  const id = '0193f0a2-b4c6-7d8e-9f00-112233445566';
  expect(itemOfCode(codeOfItem(id))).toBe(id);
  for (const other of ['', 'X'.repeat(32), codeOfItem(id).slice(1), `${codeOfItem(id)}0`])
    expect(itemOfCode(other)).toBeNull();
});

describe('held against the published schema', () => {
  const faults = (xml: string) => faultsOf(treeOf(readFileSync(SCHEMA, 'utf8')), treeOf(xml));

  test.each([
    ['a line', [line]],
    ['a line without a bank', [{ ...line, cnapsCode: null, bankName: '' }]],
    ['a line that only names its bank', [{ ...line, cnapsCode: null }]],
    ['names with signs of XML and of more than the field takes', [{ ...line, holder: `<甲>&乙${'丙'.repeat(200)}` }]],
    ['very many lines', Array.from({ length: 500 }, () => line)],
  ])('a file of %s is a pain.001.001.09', (_what, transfers) => {
    if (!existsSync(SCHEMA)) {
      process.stdout.write('not run: schemas absent\n');
      return;
    }
    const xml = pain001({ transfers });
    expect(faults(xml)).toEqual([]);
    // The check bites.
    expect(faults(xml.replace(/<EndToEndId>.*?<\/EndToEndId>/, ''))).not.toEqual([]);
    expect(faults(xml.replace('128.50', '128,50'))).not.toEqual([]);
    expect(faults(xml.replace('<PmtMtd>TRF', '<PmtMtd>GIFT'))).not.toEqual([]);
    expect(faults(xml.replace('Ccy="CNY"', ''))).not.toEqual([]);
    expect(faults(xml.replace(/(<Cdtr>.*?<\/Cdtr>)(<CdtrAcct>.*?<\/CdtrAcct>)/, '$2$1'))).not.toEqual([]);
    const unknown = { ...batch, debtor: { ...batch.debtor, account: null } };
    expect(faults(pain001({ transfers, of: unknown }))).toEqual([]);
  });
});
