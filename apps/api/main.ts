import 'reflect-metadata';
import { armFailpoints, createApi, createLog, loadConfig, openServices, untilStopped } from '@xihuo/platform';
import { contexts } from './contexts';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  armFailpoints(config.FAILPOINTS);
  const log = createLog(config.LOG_LEVEL, 'api');
  const services = await openServices(config, log, contexts, 'api');
  const api = await createApi(services, contexts);
  await api.app.listen(config.PORT, config.HOST);
  log.info({ host: config.HOST, port: config.PORT }, 'listening');

  await untilStopped();
  log.info('stopping: no new requests, the running ones finish');
  api.health.closing();
  await api.app.close();
  await services.close();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
