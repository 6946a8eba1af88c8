import type { Config } from '../config/config';
import { AFTER_PAINT_HASH } from '../web/after-paint';

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

/** The hosts that Stripe asks for (docs.stripe.com/security/guide), without those of address look-up, which we do not use. */
const STRIPE_HOSTS = {
  script: ' https://js.stripe.com https://*.js.stripe.com',
  connect: ' https://api.stripe.com',
  frame: 'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
};

/** Of the pages: own scripts only, and of what stands in a page the one that begins it, by its hash. Styles may be inline, since the accessible components set some. */
export function headersOfPages(): Headers {
  return pageHeaders(false);
}

/**
 * Of the one page that holds the provider's form: with the real Stripe and a key to show its form by, its script and its
 * frames are let in. The sandbox has neither.
 */
export function headersOfPaymentPage(config: Config): Headers {
  return pageHeaders(config.STRIPE_API_BASE === undefined && config.STRIPE_PUBLISHABLE_KEY !== undefined);
}

function pageHeaders(stripe: boolean): Headers {
  const policy = {
    'default-src': "'none'",
    'script-src': `'self' ${AFTER_PAINT_HASH}${stripe ? STRIPE_HOSTS.script : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    // Films of goods by their address, those of a claim from memory.
    'media-src': "'self' blob:",
    'font-src': "'self'",
    'connect-src': `'self'${stripe ? STRIPE_HOSTS.connect : ''}`,
    'manifest-src': "'self'",
    'worker-src': "'self'",
    // A paper is fetched with the session of its app and shown from memory: a PDF in a frame of its own.
    'frame-src': `blob:${stripe ? ` ${STRIPE_HOSTS.frame}` : ''}`,
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
