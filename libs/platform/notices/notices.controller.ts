import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE } from '../context/tokens';
import { command, type CommandOptions } from '../database/command';
import type { Database } from '../database/database';
import { Ask, By, Handles, Input, Language } from '../http/handles';
import { pageOf, placeIn } from '../http/page';
import type { Caller } from '../http/request';
import { countUnread, listNotices, readNotices } from './notices.sql';

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
    const personId = caller.person!.id;
    const [rows, [count]] = await Promise.all([
      this.database.read(listNotices, [personId, before, query.limit + 1, language === 'zh']),
      this.database.read(countUnread, [personId]),
    ]);
    const page = pageOf(
      rows,
      query.limit,
      ({ id }) => id,
      (row) => ({
        id: row.id,
        title: row.title,
        body: row.body,
        createdAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
        about: row.about,
      }),
    );
    return { ...page, unread: count!.unread };
  }

  @Handles('POST /me/notices/read')
  async read(
    @Input() { body }: InputOf<'POST /me/notices/read'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /me/notices/read'>> {
    const { view } = await command(this.database, ask, (tx) =>
      tx.sql(readNotices, [caller.person!.id, body.upTo, tx.now]),
    );
    return { unread: view[0]!.unread };
  }
}
