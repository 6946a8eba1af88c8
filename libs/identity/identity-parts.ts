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
import { DeskController } from './http/desk.controller';
import { IDENTITY } from './http/identity-token';
import { RegistrationsController } from './http/registrations.controller';
import { SessionCallers } from './http/session-callers';
import { PeopleController } from './http/people.controller';
import { SettingsController } from './http/settings.controller';
import { PrivacyController } from './http/privacy.controller';
import { SessionsController } from './http/sessions.controller';
import { ViewingController } from './http/viewing.controller';
import { identityGoLive } from './actions/go-live';
import { personalIdentity } from './actions/account/personal-identity';
import { deleteAccounts } from './jobs/delete-accounts.job';
import { sweepIdentity } from './jobs/sweep-identity.job';
import type { IdentityKit } from './store/identity-kit';

/** What identity brings into the house: its routes, and who stands behind a cookie. */
export const identityParts: ContextParts = {
  name: 'identity',
  controllers: [
    SessionsController,
    RegistrationsController,
    PrivacyController,
    DeskController,
    PeopleController,
    SettingsController,
    ViewingController,
  ],
  providers: [
    {
      provide: IDENTITY,
      inject: [DATABASE, VAULT, NOTICES],
      useFactory: (database: Database, vault: Vault, notices: Notices): IdentityKit => ({ database, vault, notices }),
    },
    { provide: CALLER_RESOLVER, useClass: SessionCallers },
  ],
  goLive: identityGoLive,
  personal: personalIdentity,
  jobs: [sweepIdentity, deleteAccounts],
};
