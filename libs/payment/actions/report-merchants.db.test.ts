import { randomUUID } from 'node:crypto';
import { openField, type Field } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../../infra/sandbox/testing';
import { StripeProvider } from '../provider/stripe-provider';
import { reportMerchants } from './report-merchants';
import type { Till } from './start-payment';

let field: Field;
let sandbox: TestSandbox;
let till: Till;
beforeAll(async () => {
  [field, sandbox] = await Promise.all([openField({ pool: 4 }), startTestSandbox()]);
  const { webhookSecret, origin: apiBase } = sandbox;
  const provider = new StripeProvider({ secretKey: 'sk_test_sandbox', webhookSecret, apiBase });
  till = { database: field.database, provider, providerName: 'sandbox' };
  await field.rows(`insert into admission.standard (version, published_on, effective_from, criteria, source)
    values ('2020-1', '2020-01-01', '2020-02-01', '[]', 'test')`);
});
afterAll(async () => {
  await sandbox?.close();
  await field?.close();
});

const quiet = { warn: () => undefined };

async function applicant(state: string) {
  const id = randomUUID();
  await field.rows(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind) values ($1::uuid, $1::text, '示例合作社', 'x', 'cooperative')`,
    [id],
  );
  await field.rows(
    `insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, submitted_at)
     values ($1, 'cooperative', '621123', $2, '{}', '2020-1', now())`,
    [id, state],
  );
  return id;
}
const stateOf = async (id: string) =>
  (await field.rows<{ state: string }>('select state from admission.merchant_state where supplier_id = $1', [id]))[0]
    ?.state;

test('whoever handed in an application has an account opened, and admission hears of it once', async () => {
  const [serious, drafting, refused] = [
    await applicant('submitted'),
    await applicant('draft'),
    await applicant('rejected'),
  ];
  expect(await reportMerchants(till, quiet)).toBe(1);
  expect([await stateOf(serious), await stateOf(drafting), await stateOf(refused)]).toEqual([
    'active',
    undefined,
    undefined,
  ]);
  expect(await reportMerchants(till, quiet)).toBe(0);
});

const knownOf = async (id: string) =>
  (
    await field.rows<{ state: string; account_name: string }>(
      'select state, account_name from admission.merchant_state where supplier_id = $1',
      [id],
    )
  )[0];

test('the name is told as the institution holds it, and looked at again a day later', async () => {
  const id = await applicant('submitted');
  await reportMerchants(till, quiet);
  expect(await knownOf(id)).toEqual({ state: 'active', account_name: '示例合作社' });
  const renamed = {
    ...till,
    provider: Object.create(till.provider, {
      merchantState: {
        value: async (account: string) => ({ ...(await till.provider.merchantState(account)), name: '别人的公司' }),
      },
    }) as Till['provider'],
  };
  expect(await reportMerchants(renamed, quiet)).toBe(0);
  await field.rows(
    `update admission.merchant_state set reported_at = reported_at - interval '1 day' where supplier_id = $1`,
    [id],
  );
  expect(await reportMerchants(renamed, quiet)).toBe(1);
  expect(await knownOf(id)).toEqual({ state: 'active', account_name: '别人的公司' });
  expect(await reportMerchants(renamed, quiet)).toBe(0);
});

test('an institution that does not answer about one is asked again, and the others are not kept waiting', async () => {
  const id = await applicant('submitted');
  const silent = {
    ...till,
    provider: Object.create(till.provider, {
      merchantState: { value: () => Promise.reject(new Error('silent')) },
    }) as Till['provider'],
  };
  const warned: unknown[] = [];
  expect(await reportMerchants(silent, { warn: (said: unknown) => void warned.push(said) })).toBe(0);
  expect([warned.length, await stateOf(id)]).toEqual([1, undefined]);
  expect(await reportMerchants(till, quiet)).toBe(1);
  expect(await stateOf(id)).toBe('active');
});
