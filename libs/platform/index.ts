// What a context writes with.
export { Database, newId } from './database/database';
export { statement, type Statement } from './database/statement';
export { command, type CommandOptions } from './database/command';
export { commandBatch, type BatchedCommand } from './database/command-batch';
export { Tx, type Actor, type Grant } from './database/tx';
export { armFailpoints, failpoint } from './database/failpoint';
export { defineConsumer } from './outbox/consumer';
export { defineJob } from './jobs/job';
export { Ask, By, Handles, Input, Language } from './http/handles';
export { pageOf, placeIn } from './http/page';
export { CALLER_RESOLVER, NOBODY, type Caller, type CallerResolver } from './http/request';

// What it may have injected.
export { CONFIG, DATABASE, FILES, LOG, NOTICES, QUEUES, VAULT } from './context/tokens';
export type { Config } from './config/config';
export { Vault, type Cell } from './seal/vault';
export type { Files } from './files/files';
export type { Log } from './log/log';
export type { Notices } from './notices/notices';
export type { Queues } from './jobs/queues';

// What it brings, and what makes processes of it.
export type { ContextParts } from './context/parts';
export type { Kit } from './context/kit';
export { loadConfig } from './config/config';
export { createLog } from './log/log';
export { openServices, type Services } from './context/services';
export { runProcess } from './context/run-process';
export { createApi, type Api } from './http/api';
export { boundRoutes } from './http/bound-routes';
export { startWorker } from './worker/worker';
export { replayDeadLetters } from './outbox/delivery';
export { verifyAudit } from './audit/verify-audit';
