import { startTestSandbox } from './testing';
import type { TestSandbox } from './testing';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const send = (message: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${sandbox.origin}/_sandbox/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(message),
  });

async function messagesTo(to: string): Promise<{ text: string }[]> {
  const response = await fetch(`${sandbox.origin}/_sandbox/messages?to=${encodeURIComponent(to)}`);
  return ((await response.json()) as { data: { text: string }[] }).data;
}

test('mail and SMS of the demo end on a page, newest first', async () => {
  await send({ channel: 'sms', to: '10000000001', text: '验证码 123456' });
  await send({ channel: 'sms', to: '10000000001', text: '验证码 654321' });
  await send({ channel: 'mail', to: 'a@example.invalid', subject: '您的订单', text: '<b>已发货</b>' });
  expect((await messagesTo('10000000001')).map((message) => message.text)).toEqual(['验证码 654321', '验证码 123456']);
  const html = await (await fetch(`${sandbox.origin}/messages`)).text();
  expect(html).toContain('&lt;b&gt;已发货&lt;/b&gt;');
  expect(html.indexOf('654321')).toBeLessThan(html.indexOf('123456'));
});

test('keeps the last 500', async () => {
  for (let n = 0; n < 502; n += 1) await send({ channel: 'sms', to: 'many', text: String(n) });
  const kept = await messagesTo('many');
  expect([kept.length, kept[0]?.text, kept.at(-1)?.text]).toEqual([500, '501', '2']);
});

test('takes nothing it does not understand, and nothing from other sites', async () => {
  expect((await send({ channel: 'fax', to: '1', text: 'x' })).status).toBe(400);
  expect((await send({ channel: 'sms', to: '1', text: 'x', extra: 1 })).status).toBe(400);
  const message = { channel: 'sms', to: '1', text: 'x' };
  expect((await send(message, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await send(message, { 'content-type': 'text/plain' })).status).toBe(415);
  expect(await messagesTo('1')).toEqual([]);
});
