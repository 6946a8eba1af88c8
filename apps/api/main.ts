import 'reflect-metadata';
import { createApi, runProcess } from '@xihuo/platform';
import { contexts } from './contexts';

runProcess({
  name: 'api',
  contexts,
  async start(services) {
    const { config, log } = services;
    const { app, health } = await createApi(services, contexts);
    await app.listen(config.PORT, config.HOST);
    log.info({ host: config.HOST, port: config.PORT }, 'listening');
    return () => {
      health.closing();
      return app.close();
    };
  },
});
