import 'reflect-metadata';
import { runProcess, startWorker } from '@xihuo/platform';
// eslint-disable-next-line @nx/enforce-module-boundaries -- one list for both: a context one of them forgot would be half alive
import { contexts } from '../api/contexts';

runProcess({
  name: 'worker',
  contexts,
  async start(services) {
    const { config, log } = services;
    const { server, stop } = await startWorker(services, contexts);
    await server.listen({ host: config.HOST, port: config.WORKER_PORT });
    log.info({ host: config.HOST, port: config.WORKER_PORT }, 'working');
    return stop;
  },
});
