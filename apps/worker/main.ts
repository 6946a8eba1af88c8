import 'reflect-metadata';
import { armFailpoints, createLog, loadConfig, openServices, startWorker, untilStopped } from '@xihuo/platform';
import { contexts } from '../api/contexts';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  armFailpoints(config.FAILPOINTS);
  const log = createLog(config.LOG_LEVEL, 'worker');
  const services = await openServices(config, log, contexts, 'worker');
  const worker = await startWorker(services, contexts);
  await worker.server.listen({ host: config.HOST, port: config.WORKER_PORT });
  log.info({ host: config.HOST, port: config.WORKER_PORT }, 'working');

  await untilStopped();
  log.info('stopping: no new jobs, the running ones finish');
  await worker.stop();
  await services.close();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
