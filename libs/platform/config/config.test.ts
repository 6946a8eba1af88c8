import { loadConfig } from './config';

const least = {
  DATABASE_URL: 'postgresql://localhost/xihuo',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  MASTER_KEY: Buffer.alloc(32).toString('base64'),
};

test('what is left out has a default; what is empty counts as left out', () => {
  const config = loadConfig({ ...least, PORT: '', REDIS_URL: '' });
  expect([config.PORT, config.HOST, config.REDIS_URL]).toEqual([3000, '127.0.0.1', undefined]);
});

test('everything wrong is named in one sentence, and no value is quoted', () => {
  const wrong = { ...least, PORT: 'harbour', MASTER_KEY: 'c2hvcnQtc2VjcmV0', DATABASE_URL: '' };
  expect(() => loadConfig(wrong)).toThrow(/DATABASE_URL: .*PORT|PORT: .*|MASTER_KEY: 32 bytes/);
  expect(() => loadConfig(wrong)).not.toThrow(/c2hvcnQtc2VjcmV0|harbour/);
  expect(() => loadConfig(wrong)).toThrow(/MASTER_KEY/);
});

test('production knows no failpoints', () => {
  expect(() => loadConfig({ ...least, NODE_ENV: 'production', FAILPOINTS: 'order:beforeCommit' })).toThrow(
    /FAILPOINTS/,
  );
});
