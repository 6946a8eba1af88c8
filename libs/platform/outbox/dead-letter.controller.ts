import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE } from '../context/tokens';
import { command, type CommandOptions } from '../database/command';
import type { Database } from '../database/database';
import { Ask, Handles, Input } from '../http/handles';
import { listDeadLetters } from './dead-letters.sql';
import { replayDeadLetters } from './replay-dead-letters';

@Controller()
export class DeadLetterController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /dead-letters')
  async list(): Promise<ResponseOf<'GET /dead-letters'>> {
    const rows = await this.database.read(listDeadLetters);
    return {
      data: rows.map((row) => ({
        ...{ consumer: row.consumer, event: row.event_name, error: row.error, events: row.letters },
        ...{ attempts: row.most_attempts, firstFailedAt: row.first_failed_at.toISOString() },
        lastFailedAt: row.last_failed_at.toISOString(),
      })),
    };
  }

  @Handles('POST /dead-letters/replays')
  async replay(
    @Input() { body }: InputOf<'POST /dead-letters/replays'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /dead-letters/replays'>> {
    const { view } = await command(this.database, ask, (tx) => replayDeadLetters(tx, body));
    return { events: view };
  }
}
