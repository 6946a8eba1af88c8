import type { ContextParts } from '@xihuo/platform';
import { registryGoLive } from './actions/go-live';
import { RegistryController } from './http/registry.controller';

export const registryParts: ContextParts = {
  name: 'registry',
  controllers: [RegistryController],
  goLive: registryGoLive,
};
