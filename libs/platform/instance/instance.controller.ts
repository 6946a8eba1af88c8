import { Controller, Inject } from '@nestjs/common';
import type { ResponseOf } from '@xihuo/contract';
import type { Config } from '../config/config';
import { CONFIG, DATABASE, INSTANCE } from '../context/tokens';
import { clockOf } from '../database/command.sql';
import type { Database } from '../database/database';
import { Handles } from '../http/handles';
import type { Instance } from './instance';

@Controller()
export class InstanceController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(INSTANCE) private readonly instance: Instance,
  ) {}

  @Handles('GET /instance')
  async read(): Promise<ResponseOf<'GET /instance'>> {
    const [clock] = await this.database.read(clockOf);
    return {
      demo: this.instance.demo,
      paymentProvider: this.config.STRIPE_API_BASE === undefined ? 'stripe' : 'sandbox',
      now: clock!.now.toISOString(),
    };
  }
}
