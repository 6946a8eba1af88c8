import { BLANK_LEAD, leadBody, leadFaults, type LeadDraft } from './lead';

const whole: LeadDraft = {
  productId: '',
  organisationId: '',
  wants: '每月 200 箱',
  name: '张示例',
  organisation: '',
  phone: '139 0000-0000',
  consents: true,
};

test.each([
  [{}, []],
  [BLANK_LEAD, ['wants', 'name', 'phone', 'consents']],
  [{ wants: ' 1 ' }, ['wants']],
  [{ phone: '2390000000' }, ['phone']],
  [{ consents: false }, ['consents']],
  [{ organisation: '社'.repeat(81) }, ['organisation']],
] as [Partial<LeadDraft>, string[]][])('%j lacks %j', (change, faults) => {
  expect(leadFaults({ ...whole, ...change })).toEqual(faults);
});

test('what is sent is trimmed, its number digits, no product is null', () => {
  expect(leadBody(whole, 's')).toMatchObject({
    productId: null,
    organisationId: null,
    contact: { phone: '13900000000' },
    consents: '2',
  });
});
