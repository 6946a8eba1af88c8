import { randomBytes } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, command, DATABASE, Handles, Input, type CommandOptions, type Database } from '@xihuo/platform';
import { processLots, viewProcessing, viewProcessings, viewYields } from '../actions/process-lots';
import { ownSuppliers } from '../actions/trace-kit';
import { nowOf } from '../store/clock.sql';

const CODE_BYTES = 10;

@Controller()
export class ProcessingController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /supplier/processings')
  list(
    @Input() { query }: InputOf<'GET /supplier/processings'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /supplier/processings'>> {
    return viewProcessings(this.database, ownSuppliers(actor), query);
  }

  @Handles('GET /supplier/processing-yields')
  async yields(): Promise<ResponseOf<'GET /supplier/processing-yields'>> {
    const [clock] = await this.database.read(nowOf);
    return viewYields(this.database, clock!.now);
  }

  @Handles('POST /supplier/processings')
  async record(
    @Input() { body }: InputOf<'POST /supplier/processings'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /supplier/processings'>> {
    const chance = body.outputs.map(() => randomBytes(CODE_BYTES));
    const { view } = await command(this.database, ask, (tx) => processLots(tx, body, chance));
    return viewProcessing(this.database, ownSuppliers(ask.actor), view.id);
  }

  @Handles('GET /supplier/processings/{id}')
  view(
    @Input() { params }: InputOf<'GET /supplier/processings/{id}'>,
    @Ask() { actor }: CommandOptions,
  ): Promise<ResponseOf<'GET /supplier/processings/{id}'>> {
    return viewProcessing(this.database, ownSuppliers(actor), params.id);
  }
}
