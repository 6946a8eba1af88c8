import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Imports } from '../import/imports';
import { CALLER_RESOLVER, NOBODY, type CallerResolver } from '../http/request';
import { LookingOn } from '../http/looking-on';
import { RouteGuard } from '../http/route-guard';
import { isPeriodic } from '../jobs/job';
import type { Operated } from '../operations/operations.controller';
import { Live } from '../live/live';
import { platformParts } from './platform-parts';
import type { ContextParts } from './parts';
import { providersOf, type Services } from './services';
import type { NamedKeeping } from './personal';
import { IMPORTS, LIVE, OPERATIONS, PERSONAL } from './tokens';

/** Until a context provides one, nobody is anybody: every route that is not public refuses. */
const strangers: CallerResolver = {
  resolve: () => Promise.resolve(NOBODY),
  grantsNow: () => Promise.resolve([]),
  standing: () => Promise.resolve(new Map()),
  nameFor: () => Promise.resolve(null),
};

/** All contexts as one Nest module; which of its parts run is the process's choice. */
@Module({})
export class House {
  static ofApi(services: Services, parts: readonly ContextParts[]): DynamicModule {
    const all = [platformParts, ...parts];
    return {
      module: House,
      controllers: all.flatMap((part) => [...(part.controllers ?? [])]),
      providers: [
        ...providers(services, all),
        { provide: APP_GUARD, useClass: RouteGuard },
        { provide: APP_INTERCEPTOR, useClass: LookingOn },
      ],
    };
  }

  /** The worker answers no routes. */
  static ofWorker(services: Services, parts: readonly ContextParts[]): DynamicModule {
    return { module: House, providers: providers(services, [platformParts, ...parts]) };
  }
}

function providers(services: Services, parts: readonly ContextParts[]): Provider[] {
  const own = parts.flatMap((part) => [...(part.providers ?? [])]);
  const definitions = parts.flatMap((part) => [...(part.imports ?? [])]);
  const personal = parts.flatMap(({ name, personal: kept }): NamedKeeping[] => (kept ? [{ name, ...kept }] : []));
  const operated: Operated = {
    jobs: parts.flatMap(({ jobs = [] }) => jobs.filter(isPeriodic).map(({ name }) => name)),
    goLive: parts.flatMap(({ goLive = [] }) => goLive),
  };
  const resolved = own.some((provider) => 'provide' in provider && provider.provide === CALLER_RESOLVER);
  return [
    ...providersOf(services),
    {
      provide: IMPORTS,
      inject: [CALLER_RESOLVER],
      useFactory: (callers: CallerResolver) =>
        new Imports(services.database, services.vault, definitions, (tx, personId) => callers.grantsNow(tx, personId)),
    },
    {
      provide: LIVE,
      inject: [CALLER_RESOLVER],
      useFactory: (callers: CallerResolver) =>
        new Live({ databaseUrl: services.config.DATABASE_URL, log: services.log, callers }),
    },
    { provide: PERSONAL, useValue: personal },
    { provide: OPERATIONS, useValue: operated },
    ...own,
    ...(resolved ? [] : [{ provide: CALLER_RESOLVER, useValue: strangers }]),
  ];
}
