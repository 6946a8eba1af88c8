import {
  CALLER_RESOLVER,
  DATABASE,
  NOTICES,
  VAULT,
  type ContextParts,
  type Database,
  type Notices,
  type Vault,
} from '@xihuo/platform';
import { IDENTITY } from './http/identity-token';
import { RegistrationsController } from './http/registrations.controller';
import { SessionCallers } from './http/session-callers';
import { SessionsController } from './http/sessions.controller';
import { sweepIdentity } from './jobs/sweep-identity.job';
import type { IdentityKit } from './store/identity-kit';

/** What identity brings into the house: its routes, and who stands behind a cookie. */
export const identityParts: ContextParts = {
  name: 'identity',
  controllers: [SessionsController, RegistrationsController],
  providers: [
    {
      provide: IDENTITY,
      inject: [DATABASE, VAULT, NOTICES],
      useFactory: (database: Database, vault: Vault, notices: Notices): IdentityKit => ({ database, vault, notices }),
    },
    { provide: CALLER_RESOLVER, useClass: SessionCallers },
  ],
  jobs: [sweepIdentity],
};
