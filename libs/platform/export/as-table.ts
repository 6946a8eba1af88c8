import { Req, Res, SetMetadata } from '@nestjs/common';
import { routes, type ResponseOf, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Readable } from 'node:stream';
import type { Database } from '../database/database';
import { languageOf } from '../http/language';
import type { Page } from '../http/page';
import type { XihuoReply, XihuoRequest } from '../http/request';
import { describeDownload } from '../http/upload';
import { limitRate } from '../limits/limit-rate';
import { EXPORT_PAGE, rowsOfPages, streamFile } from './stream-file';
import { EXPORT_MEDIA_TYPES, type ExportCell, type ExportFormat } from './table';

export const TABLE_OF = 'xihuo:table';

type Language = 'zh' | 'en';
type RowOf<Key extends RouteKey> = ResponseOf<Key> extends { data: readonly (infer Row)[] } ? Row : never;

/** A list as it stands in a file: what it is called, and of each column its head and what an entry shows there. */
export interface ListTable<Row> {
  readonly name: Readonly<Record<Language, string>>;
  readonly columns: readonly {
    readonly zh: string;
    readonly en: string;
    /** A day and an instant as their ISO text, money by `yuanCell`: a spreadsheet sorts and adds them up. */
    readonly cell: (row: Row, language: Language) => ExportCell;
  }[];
}

/** The table of a route's list, so that its columns are held to what the list answers. */
export function listTable<const Key extends RouteKey>(key: Key, table: ListTable<RowOf<Key>>): KeyedTable {
  return { key, table };
}

type Words<Key extends string> = Readonly<Record<Key, readonly [zh: string, en: string]>>;

/** What a state or kind is called in a file. */
export function inWords<Key extends string>(words: Words<Key>, key: Key, language: Language): string {
  return words[key][language === 'zh' ? 0 : 1];
}

interface KeyedTable {
  readonly key: RouteKey;
  // Its rows are those of `key`: `listTable` has held it to them.
  readonly table: ListTable<never>;
}

/** The first kind of table that the caller names; null where none is, and the answer is JSON. */
export function formatWanted(accept: string | undefined): ExportFormat | null {
  const named = (accept ?? '').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase());
  for (const kind of named) {
    if (kind === 'text/csv') return 'csv';
    if (kind === EXPORT_MEDIA_TYPES.xlsx) return 'xlsx';
  }
  return null;
}

/**
 * The list is had as a file as well: whoever names csv or a workbook in Accept gets every page of it, by the very method that
 * answers the list, so that its filters, its order, its access and its fences are the file's too. Stands below `@Handles`.
 */
export function AsTable({ key, table }: KeyedTable): MethodDecorator {
  return (target, name, descriptor) => {
    must((routes[key] as RouteDefinition).tabled, 'the contract says that the list is had as a table');
    const answer = descriptor.value as unknown as (...taken: unknown[]) => Promise<Page<never>>;
    const own = answer.length;
    Req()(target, name, own);
    Res({ passthrough: true })(target, name, own + 1);
    const either = function (this: unknown, ...taken: unknown[]): unknown {
      const request = taken[own] as XihuoRequest;
      const reply = taken[own + 1] as XihuoReply;
      const given = taken.slice(0, own);
      void reply.header('vary', 'accept');
      const format = formatWanted(request.headers.accept);
      if (format === null) return answer.apply(this, given);
      const read = (query: object) =>
        answer.apply(
          this,
          given.map((part) => (part === request.xihuo.input ? { ...request.xihuo.input, query } : part)),
        );
      const { database } = this as { database?: Database };
      must(database, 'whoever answers a list has the database');
      return written({ database, request, reply }, { table, format, read });
    };
    SetMetadata(TABLE_OF, key)(either);
    descriptor.value = either as never;
  };
}

/** A file costs as much as many pages, and of some lists everybody may have it. */
const MOST_FILES = 60;
const HOUR_SECONDS = 3_600;

interface Asking {
  readonly database: Database;
  readonly request: XihuoRequest;
  readonly reply: XihuoReply;
}

interface Asked {
  readonly table: ListTable<never>;
  readonly format: ExportFormat;
  readonly read: (query: object) => Promise<Page<never>>;
}

async function written({ database, request, reply }: Asking, { table, format, read }: Asked): Promise<Readable> {
  const of = request.xihuo.caller.person?.id ?? request.ip;
  await limitRate(database, { name: 'listFile', of, most: MOST_FILES, seconds: HOUR_SECONDS });
  const language = languageOf(request.headers['accept-language']);
  const { route } = request.xihuo;
  const query = (request.xihuo.input as { query?: { cursor?: string } }).query ?? {};
  const paged = route.query !== undefined && 'cursor' in route.query.shape;
  const rows = await rowsOfPages(
    async (cursor) => {
      // From where the caller's own cursor stands, if one is given: a foreign one is refused here as in the list.
      const page = await read(paged ? { ...query, cursor: cursor ?? query.cursor, limit: EXPORT_PAGE } : query);
      return paged ? page : { data: page.data, nextCursor: null };
    },
    (row) => [table.columns.map(({ cell }) => cell(row, language))],
  );
  const columns = table.columns.map((column) => ({ title: column[language] }));
  const name = table.name[language];
  return describeDownload(reply, streamFile(name, format, [{ name, columns, rows }]));
}
