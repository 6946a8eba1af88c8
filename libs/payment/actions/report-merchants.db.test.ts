import { randomUUID } from 'node:crypto';
import { openField, type Field } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../../infra/sandbox/testing';
import { StripeProvider } from '../provider/stripe-provider';
import { applyMerchantClaims } from './apply-merchant-claims';
import { ensureMerchants } from './ensure-merchants';
import { receiveEvent, workOffEvents } from './receive-event';
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

describe('a merchant the institution still looks into', () => {
  const by = { actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;
  const merchantOf = async (id: string) =>
    (
      await field.rows<{ provider_account: string; state: string }>(
        'select provider_account, state from payment.merchant where supplier_id = $1',
        [id],
      )
    )[0]!;
  const hear = async (type: string) => {
    const told = sandbox.receiver.received.filter((message) => message.event.type === type);
    for (const { body, signature } of told) {
      const event = till.provider.parseWebhook(body, signature);
      await field.does((tx) => receiveEvent(tx, 'sandbox', event));
      const kept = await field.rows<{ id: string }>('select id from payment.inbox where event_id = $1', [
        event.eventRef,
      ]);
      await field.does((tx) =>
        workOffEvents(
          tx,
          kept.map((row) => row.id),
        ),
      );
    }
  };

  test('is not opened again at each payment, and moves when account.updated says so, whatever came late', async () => {
    const id = await applicant('draft');
    const opened: string[] = [];
    const pending = {
      ...till,
      provider: Object.create(till.provider, {
        openMerchant: {
          value: async (input: Parameters<Till['provider']['openMerchant']>[0]) => {
            opened.push(input.merchantId);
            return { ...(await till.provider.openMerchant(input)), state: 'pending' };
          },
        },
      }) as Till['provider'],
    };
    await ensureMerchants(pending, [id], by);
    await ensureMerchants(pending, [id], by);
    expect(opened).toEqual([id]);
    const { provider_account: account, state } = await merchantOf(id);
    expect(state).toBe('opening');

    const claim = (word: 'open' | 'pending', toldAt: string) =>
      field.does((tx) =>
        applyMerchantClaims(tx, 'sandbox', [{ merchantRef: account, state: word, toldAt: new Date(toldAt) }]),
      );
    expect(await claim('open', '2026-01-02T00:00:00Z')).toEqual(new Set([account]));
    expect(await claim('pending', '2026-01-01T00:00:00Z')).toEqual(new Set());
    expect(await merchantOf(id)).toMatchObject({ state: 'active' });

    await sandbox.changeAccount(account, { transfers: 'inactive' });
    for (let nth = 1; ; nth += 1) {
      const { event } = await sandbox.receiver.take('account.updated', nth);
      const told = event.data.object as { id: string; charges_enabled?: boolean };
      if (told.id === account && told.charges_enabled === false) break;
    }
    await hear('account.updated');
    expect(await merchantOf(id)).toMatchObject({ state: 'restricted' });
  });
});
