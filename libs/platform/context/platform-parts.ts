import { InstanceController } from '../instance/instance.controller';
import type { ContextParts } from './parts';

/** What the platform itself brings. */
export const platformParts: ContextParts = {
  name: 'platform',
  controllers: [InstanceController],
};
