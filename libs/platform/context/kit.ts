import type { InjectionToken } from '@nestjs/common';
import type { Config } from '../config/config';
import type { Database } from '../database/database';
import type { Log } from '../log/log';

/** What a job or a consumer may use beside its transaction. */
export interface Kit {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  /** Anything a context provides, by its token. */
  get<T>(token: InjectionToken<T> | symbol): T;
}
