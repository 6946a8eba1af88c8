import type { Provider } from '@nestjs/common';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { Database } from '../database/database';
import { openInstance, type Instance } from '../instance/instance';
import type { Log } from '../log/log';
import { Metrics } from '../metrics/metrics';
import { Queues } from '../jobs/queues';
import { openQueueStore, type QueueStore } from '../queue/queue-store';
import { Files } from '../files/files';
import { Notices } from '../notices/notices';
import { Vault } from '../seal/vault';
import type { ContextParts } from './parts';
import { CONFIG, DATABASE, FILES, INSTANCE, LOG, NOTICES, QUEUES, VAULT } from './tokens';

/** What one process opens once and hands to everything in it. */
export interface Services {
  readonly config: Config;
  readonly log: Log;
  readonly database: Database;
  readonly instance: Instance;
  readonly metrics: Metrics;
  readonly vault: Vault;
  readonly notices: Notices;
  readonly files: Files;
  readonly queues: Queues;
  /** Opened at the first call: an api that asks for no job holds no connection to it. */
  queueStore(): QueueStore;
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** First delay of a failed queue item; for tests. */
  readonly backoffMs?: number;
}

export async function openServices(
  config: Config,
  log: Log,
  parts: readonly ContextParts[],
  process: string,
  options: ServiceOptions = {},
): Promise<Services> {
  const database = await Database.open({
    url: config.DATABASE_URL,
    pool: config.DATABASE_POOL,
    entities: parts.flatMap((part) => [...(part.entities ?? [])]),
    applicationName: `xihuo-${process}`,
  });
  try {
    const instance = await openInstance(database, config.NODE_ENV);
    const vault = new Vault(config.MASTER_KEY);
    let store: QueueStore | undefined;
    const queueStore = () =>
      (store ??= openQueueStore({ databaseUrl: config.DATABASE_URL, redisUrl: config.REDIS_URL, log, ...options }));
    return {
      ...{ config, log, database, instance, queueStore },
      metrics: new Metrics(),
      vault,
      notices: new Notices(vault),
      files: Files.inFolder(join(config.DATA_DIR, 'files')),
      queues: new Queues(queueStore),
      close: async () => {
        await store?.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export function providersOf(services: Services): Provider[] {
  return [
    { provide: CONFIG, useValue: services.config },
    { provide: LOG, useValue: services.log },
    { provide: DATABASE, useValue: services.database },
    { provide: QUEUES, useValue: services.queues },
    { provide: INSTANCE, useValue: services.instance },
    { provide: VAULT, useValue: services.vault },
    { provide: NOTICES, useValue: services.notices },
    { provide: FILES, useValue: services.files },
  ];
}
