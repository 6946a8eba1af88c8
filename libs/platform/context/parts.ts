import type { Provider, Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Consumer } from '../outbox/consumer';
import type { ImportDefinition } from '../import/definition';
import type { PersonalKeeping } from './personal';
import type { Job } from '../jobs/job';
import type { GoLiveCheck } from '../operations/go-live';
import type { PublicPages } from '../web/sitemap';

/** What a context brings into the processes: its routes into the api, its consumers and jobs into the worker. */
export interface ContextParts {
  readonly name: string;
  /** TypeORM rows. */
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
  readonly controllers?: readonly Type[];
  /** Of both processes; every context's providers see each other, the fence between libs is lint's. */
  readonly providers?: readonly Provider[];
  readonly consumers?: readonly Consumer[];
  readonly jobs?: readonly Job[];
  /** Tables that people may hand in. */
  readonly imports?: readonly ImportDefinition[];
  /** Pages of it that are there for everybody, for search engines to find. */
  readonly pages?: readonly PublicPages[];
  /** What of it has to be so before real people use it. */
  readonly goLive?: readonly GoLiveCheck[];
  /** What it keeps of people. */
  readonly personal?: PersonalKeeping;
}
