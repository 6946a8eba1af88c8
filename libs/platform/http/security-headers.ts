import type { Config } from '../config/config';

type Headers = Record<string, string>;

/** Headers of every answer. An answer that is no page may load nothing at all. */
export function headersOfAll(config: Config, demo: boolean): Headers {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(config.PUBLIC_ORIGIN.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
    ...(demo ? { 'x-robots-tag': 'noindex' } : {}),
  };
}

/**
 * Of the pages: own scripts only, never inline. Styles may be inline, since the accessible components set some.
 * With the real Stripe its script and its frames are let in; the sandbox has neither.
 */
export function headersOfPages(config: Config): Headers {
  const stripe = config.STRIPE_API_BASE === undefined;
  const policy = {
    'default-src': "'none'",
    'script-src': `'self'${stripe ? ' https://js.stripe.com' : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': `'self'${stripe ? ' https://api.stripe.com' : ''}`,
    'manifest-src': "'self'",
    'worker-src': "'self'",
    ...(stripe ? { 'frame-src': 'https://js.stripe.com https://hooks.stripe.com' } : {}),
    'form-action': "'self'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'frame-ancestors': "'none'",
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'permissions-policy': 'geolocation=(), microphone=(), payment=(self)',
  };
}
