import { loadConfig } from '../config/config';
import { faultsOfSettings } from './house-checks';

const real = {
  NODE_ENV: 'production',
  PUBLIC_ORIGIN: 'https://xihuo.example',
  DATABASE_URL: 'postgresql://api@db/xihuo',
  STRIPE_SECRET_KEY: 'sk_live_example',
  STRIPE_WEBHOOK_SECRET: 'whsec_example',
  MESSAGE_CARRIER_URL: 'http://carrier.internal/messages',
  MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
};
const missing = (given: Record<string, string | undefined>) =>
  Object.entries(faultsOfSettings(loadConfig({ ...real, ...given }))).flatMap(([name, said]) =>
    said.map(({ en }) => `${name} ${en.split(' ')[0]}`),
  );

test.each<[string, Record<string, string | undefined>, string[]]>([
  ['settings of a real house miss nothing', {}, []],
  ['development is none', { NODE_ENV: 'development' }, ['production NODE_ENV']],
  ['an address without TLS', { PUBLIC_ORIGIN: 'http://xihuo.example' }, ['origin PUBLIC_ORIGIN']],
  ['an address of this machine', { PUBLIC_ORIGIN: 'https://localhost:3000' }, ['origin PUBLIC_ORIGIN']],
  ['a key for tests', { STRIPE_SECRET_KEY: 'sk_test_example' }, ['payments STRIPE_SECRET_KEY']],
  ['a live key at a sandbox', { STRIPE_API_BASE: 'http://127.0.0.1:4242' }, ['payments STRIPE_API_BASE']],
  ['no carrier', { MESSAGE_CARRIER_URL: undefined }, ['messages MESSAGE_CARRIER_URL']],
  [
    'the page of the sandbox as carrier',
    { MESSAGE_CARRIER_URL: 'http://127.0.0.1:4242/_sandbox/messages' },
    ['messages MESSAGE_CARRIER_URL'],
  ],
])('%s', (_, given, expected) => expect(missing(given)).toEqual(expected));
