import { setFlagsFromString } from 'node:v8';
import { loadConfig } from '../config/config';
import { armFailpoints } from '../database/failpoint';
import { createLog } from '../log/log';
import type { ContextParts } from './parts';
import { openServices, type Services } from './services';

export interface ProcessParts {
  /** In logs and in the database's list of connections. */
  readonly name: string;
  readonly contexts: readonly ContextParts[];
  /** Starts the work and answers how to stop it: take nothing new, finish what runs. */
  start(services: Services): Promise<() => Promise<void>>;
}

/** One process from its settings to its clean end. A start that fails says why in one line. */
export function runProcess(parts: ProcessParts): void {
  live(parts).catch((error: Error) => {
    process.stderr.write(`${parts.name}: ${error.message}\n`);
    process.exitCode = 1;
  });
}

/**
 * V8 lets garbage grow with the memory of the machine, to several times of what lives: on a large machine an import of ten thousand
 * rows left a worker at 520 MB, of which half was garbage. A quarter more than what lives is when it collects here.
 */
const HEAP_GROWS_BY_PERCENT = 25;

async function live({ name, contexts, start }: ProcessParts): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWS_BY_PERCENT}`);
  const config = loadConfig();
  armFailpoints(config.FAILPOINTS);
  const log = createLog(config.LOG_LEVEL, name);
  const services = await openServices(config, log, contexts, name);
  const stop = await start(services).catch(async (error: unknown) => {
    await services.close();
    throw error;
  });
  await untilStopped();
  log.info('stopping: nothing new is taken, what runs finishes');
  await stop();
  await services.close();
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
