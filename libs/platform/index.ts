// What a context writes with.
export { Database, newId } from './database/database';
export { statement, type Statement } from './database/statement';
export { command, type CommandOptions } from './database/command';
export { commandBatch } from './database/command-batch';
export { Tx, type Actor, type Grant } from './database/tx';
export { armFailpoints, failpoint } from './database/failpoint';
export { defineConsumer } from './outbox/consumer';
export { defineJob } from './jobs/job';
export { Ask, By, Handles, Input, Language, type VersionedAsk } from './http/handles';
export { mustBeVersion } from './http/version';
export { beyond, cursorAt, pageOf, placeIn, sumIn } from './http/page';
export { describeDownload, Upload, type DownloadedFile } from './http/upload';
export { CALLER_RESOLVER, NOBODY, type Caller, type CallerResolver, type XihuoReply } from './http/request';
export { auditRefusal } from './audit/audit-refusal';
export { limitRate } from './limits/limit-rate';
/** What an operator may pause for a while. */
export * as switches from './operations/switches';
/** Columns of tables that people may hand in. */
export * as columns from './import/columns';
export { defineImport, type CellFault, type Verdict } from './import/definition';
/** Lists as tables to hand out, and sheets to print. */
export * as exporting from './export/stream-file';
export { takePaper, type CleanPaper } from './files/take-paper';
export * as films from './files/video/take-video';

// What it may have injected.
export { CONFIG, DATABASE, FILES, IMPORTS, NOTICES, PERSONAL, VAULT } from './context/tokens';
export type { Config } from './config/config';
export { Vault, type Cell } from './seal/vault';
export { Files } from './files/files';
export type { Log } from './log/log';
export { Notices } from './notices/notices';

// What it brings, and what makes processes of it.
export type { ContextParts } from './context/parts';
export type { NamedKeeping } from './context/personal';
export type { Kit } from './context/kit';
export { loadConfig } from './config/config';
export { createLog } from './log/log';
export { openServices, type Services } from './context/services';
export { runProcess } from './context/run-process';
export { createApi, type Api } from './http/api';
export { boundRoutes } from './http/bound-routes';
export { startWorker } from './worker/worker';
export { runImports } from './import/run-imports.job';
