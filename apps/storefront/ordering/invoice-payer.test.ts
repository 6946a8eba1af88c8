import { payerFaults, payerOf, type PayerDraft } from './invoice-payer';

const draft = (of: Partial<PayerDraft>): PayerDraft => ({ kind: 'company', title: '', taxpayerNumber: '', ...of });
const NUMBER = '91350100M000100Y43';

test.each([
  ['none wanted', draft({ kind: 'none' }), [], null],
  ['a person without a name', draft({ kind: 'person', title: ' ' }), ['title'], { title: '' }],
  ['a person', draft({ kind: 'person', title: ' 个人 ', taxpayerNumber: NUMBER }), [], { title: '个人' }],
  [
    'a company without its number',
    draft({ title: '示例公司' }),
    ['taxpayerNumber'],
    { title: '示例公司', taxpayerNumber: '' },
  ],
  [
    'a company with a number whose check character is wrong',
    draft({ title: '示例公司', taxpayerNumber: '91350100M000100Y44' }),
    ['taxpayerNumber'],
    { title: '示例公司', taxpayerNumber: '91350100M000100Y44' },
  ],
  [
    'a company',
    draft({ title: '示例公司', taxpayerNumber: NUMBER }),
    [],
    { title: '示例公司', taxpayerNumber: NUMBER },
  ],
])('%s', (_name, one, faults, asked) => {
  expect([payerFaults(one), payerOf(one)]).toEqual([faults, asked]);
});
