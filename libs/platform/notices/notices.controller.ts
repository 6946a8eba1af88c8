import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE } from '../context/tokens';
import type { Database } from '../database/database';
import { By, Handles, Input, Language } from '../http/handles';
import { pageOf, placeIn } from '../http/page';
import type { Caller } from '../http/request';
import { listNotices } from './notices.sql';

@Controller()
export class NoticesController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /me/notices')
  async list(
    @Input() { query }: InputOf<'GET /me/notices'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
  ): Promise<ResponseOf<'GET /me/notices'>> {
    const before = placeIn(query.cursor);
    const rows = await this.database.read(listNotices, [caller.person!.id, before, query.limit + 1, language === 'zh']);
    return pageOf(
      rows,
      query.limit,
      ({ id }) => id,
      (row) => ({
        id: row.id,
        title: row.title,
        body: row.body,
        createdAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      }),
    );
  }
}
