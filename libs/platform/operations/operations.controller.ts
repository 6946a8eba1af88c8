import { Controller, Inject } from '@nestjs/common';
import type { ResponseOf } from '@xihuo/contract';
import type { Config } from '../config/config';
import { CONFIG, DATABASE, INSTANCE, OPERATIONS } from '../context/tokens';
import type { Database } from '../database/database';
import { Handles, Language } from '../http/handles';
import type { Instance } from '../instance/instance';
import { examine, lineOf, type GoLiveCheck } from './go-live';
import { readAll, type Reading } from './readings';

/** What of all contexts together is looked at. */
export interface Operated {
  /** Names of the periodic jobs. */
  readonly jobs: readonly string[];
  readonly goLive: readonly GoLiveCheck[];
}

@Controller()
export class OperationsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(INSTANCE) private readonly instance: Instance,
    @Inject(OPERATIONS) private readonly operated: Operated,
  ) {}

  @Handles('GET /operations')
  async read(@Language() language: 'zh' | 'en'): Promise<ResponseOf<'GET /operations'>> {
    const { database, config, operated } = this;
    const [running, list] = await Promise.all([
      readAll(database, operated.jobs, language),
      examine(operated.goLive, { database, config, demo: this.instance.demo }),
    ]);
    const goLive = list.map((verdict): Reading => {
      const count = verdict.missing.length;
      return {
        kind: 'goLive',
        name: verdict.name,
        count,
        since: null,
        ok: count === 0,
        words: lineOf(verdict, language),
      };
    });
    return { data: [...running, ...goLive] };
  }
}
