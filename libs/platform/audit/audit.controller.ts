import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE } from '../context/tokens';
import type { Database } from '../database/database';
import { Handles, Input } from '../http/handles';
import { pageOf, placeIn } from '../http/page';
import { listCheckpoints, listLinks } from './audit.sql';

@Controller()
export class AuditController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /audit/checkpoints')
  async checkpoints(
    @Input() { query }: InputOf<'GET /audit/checkpoints'>,
  ): Promise<ResponseOf<'GET /audit/checkpoints'>> {
    const rows = await this.database.read(listCheckpoints, [placeIn(query.cursor, 'position'), query.limit + 1]);
    return pageOf(
      rows,
      query.limit,
      ({ position }) => position.toString(),
      (row) => ({
        position: row.position.toString(),
        headHash: row.head_hash.toString('hex'),
        entries: row.entries,
        sealedAt: row.sealed_at.toISOString(),
      }),
    );
  }

  @Handles('GET /audit/entries')
  async entries(@Input() { query }: InputOf<'GET /audit/entries'>): Promise<ResponseOf<'GET /audit/entries'>> {
    const rows = await this.database.read(listLinks, [placeIn(query.cursor, 'position') ?? '0', query.limit + 1]);
    return pageOf(
      rows,
      query.limit,
      ({ position }) => position.toString(),
      (row) => ({
        position: row.position.toString(),
        payloadHash: row.content_hash.toString('hex'),
        previousHash: row.previous_hash.toString('hex'),
        hash: row.hash.toString('hex'),
        at: row.sealed_at.toISOString(),
      }),
    );
  }
}
