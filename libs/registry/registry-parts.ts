import type { ContextParts } from '@xihuo/platform';
import { RegistryController } from './http/registry.controller';

export const registryParts: ContextParts = { name: 'registry', controllers: [RegistryController] };
