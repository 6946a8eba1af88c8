import 'reflect-metadata';
import { testMasterKey } from '@xihuo/testing';
import { loadConfig } from '../config/config';
import { openServices } from '../context/services';
import { CALLER_RESOLVER, NOBODY } from '../http/request';
import { createLog } from '../log/log';
import { startWorker } from '../worker/worker';
import { definition, fileOf, lineOf, openPlanting } from './fixtures/planting';

jest.setTimeout(30_000);

test('a confirmation wakes the worker, which writes the import long before its next round', async () => {
  const planting = await openPlanting();
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: planting.house.url,
    STRIPE_SECRET_KEY: 'none',
    STRIPE_WEBHOOK_SECRET: 'none',
    MASTER_KEY: testMasterKey,
  });
  const callers = {
    resolve: () => Promise.resolve(NOBODY),
    grantsNow: planting.grantsNow,
    nameFor: () => Promise.resolve(null),
  };
  const providers = [{ provide: CALLER_RESOLVER, useValue: callers }];
  const parts = [{ name: 'planting', imports: [definition], providers }];
  const services = await openServices(config, createLog('silent', 'test'), parts, 'test');
  const worker = await startWorker(services, parts);
  try {
    const preview = await planting.handIn(fileOf([lineOf(1), lineOf(2)]));
    await planting.confirm(preview);
    await planting.house.until(1, `select count(*) from platform.import where state = 'done'`);
    expect(await planting.planted()).toBe(2);
  } finally {
    await worker.stop();
    await services.close();
    await planting.house.close();
  }
});
