import type { Config } from '../config/config';
import { AFTER_PAINT_HASH } from '../web/after-paint';
import { headersOfPages, headersOfPaymentPage } from './security-headers';

const policyOf = (headers: Record<string, string>) => headers['content-security-policy']!;
const paymentPage = (config: Partial<Config>) => policyOf(headersOfPaymentPage(config as Config));
const key = 'pk_test_1';

test('a page loads what is ours and nothing else', () => {
  const policy = policyOf(headersOfPages());
  expect(policy).toContain(`default-src 'none'; script-src 'self' ${AFTER_PAINT_HASH};`);
  expect(policy).not.toMatch(/https?:/);
  expect(policy).toContain('frame-src blob:;');
});

test('the page of the real Stripe lets in the hosts that Stripe names, each for its purpose', () => {
  const policy = paymentPage({ STRIPE_PUBLISHABLE_KEY: key });
  expect(policy).toContain(`script-src 'self' ${AFTER_PAINT_HASH} https://js.stripe.com https://*.js.stripe.com;`);
  expect(policy).toContain("connect-src 'self' https://api.stripe.com;");
  expect(policy).toContain('frame-src blob: https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com;');
  expect(policy.match(/https:[^ ;]+/g)).toHaveLength(6);
});

test.each([
  ['the sandbox', { STRIPE_PUBLISHABLE_KEY: key, STRIPE_API_BASE: 'http://127.0.0.1:4242' }],
  ['a Stripe whose form cannot be shown', {}],
])('%s lets in nobody', (_name, config) => {
  expect(paymentPage(config)).toBe(policyOf(headersOfPages()));
});
