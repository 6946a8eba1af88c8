import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf } from '@xihuo/contract';
import { IMPORTS } from '../context/tokens';
import type { CommandOptions } from '../database/command';
import { Ask, By, Handles, Input, Language, type VersionedAsk } from '../http/handles';
import type { Caller, XihuoReply } from '../http/request';
import { describeDownload, Upload } from '../http/upload';
import { limitRate } from '../limits/limit-rate';
import { confirmImport, discardImport, stopImport } from './decide-import';
import { errorFileOf, templateOf } from './import-files';
import { importerOf, type Imports } from './imports';
import { previewImport } from './preview-import';
import { rowsOf, viewOf, viewsOf, type ImportView } from './view-import';

/** Tables one person may hand in within ten minutes: reading one costs more than any other request. */
const MOST_UPLOADS = 30;
const UPLOAD_SECONDS = 600;

@Controller()
export class ImportController {
  constructor(@Inject(IMPORTS) private readonly imports: Imports) {}

  @Handles('GET /import-templates/{kind}')
  async template(
    @Input() { params, query }: InputOf<'GET /import-templates/{kind}'>,
    @Ask() { actor }: CommandOptions,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    return describeDownload(reply, await templateOf(this.imports, actor, { ...params, ...query, language }));
  }

  @Handles('POST /imports')
  async preview(
    @Input() { query }: InputOf<'POST /imports'>,
    @Ask() ask: CommandOptions,
    @Upload() upload: Promise<Buffer>,
  ): Promise<ImportView> {
    const bytes = await upload;
    await limitRate(this.imports.database, {
      name: 'import',
      of: importerOf(ask),
      most: MOST_UPLOADS,
      seconds: UPLOAD_SECONDS,
    });
    return previewImport(this.imports, ask, { kind: query.kind, scopeId: query.scope, fileName: query.name, bytes });
  }

  @Handles('GET /imports')
  async list(@Input() { query }: InputOf<'GET /imports'>, @By() caller: Caller): Promise<{ data: ImportView[] }> {
    return { data: await viewsOf(this.imports, importerOf(caller), query) };
  }

  @Handles('GET /imports/{id}')
  one(@Input() { params }: InputOf<'GET /imports/{id}'>, @By() caller: Caller): Promise<ImportView> {
    return viewOf(this.imports, params.id, importerOf(caller));
  }

  @Handles('GET /imports/{id}/rows')
  rows(@Input() { params, query }: InputOf<'GET /imports/{id}/rows'>, @By() caller: Caller): ReturnType<typeof rowsOf> {
    return rowsOf(this.imports, params.id, importerOf(caller), query);
  }

  @Handles('GET /imports/{id}/error-file')
  async errorFile(
    @Input() { params, query }: InputOf<'GET /imports/{id}/error-file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const personId = importerOf(caller);
    return describeDownload(
      reply,
      await errorFileOf(this.imports, { id: params.id, personId, format: query.format, language }),
    );
  }

  @Handles('POST /imports/{id}/confirm')
  confirm(
    @Input() { params, body }: InputOf<'POST /imports/{id}/confirm'>,
    @Ask() ask: VersionedAsk,
  ): Promise<ImportView> {
    return confirmImport(this.imports, ask, params.id, body);
  }

  @Handles('POST /imports/{id}/stop')
  stop(@Input() { params }: InputOf<'POST /imports/{id}/stop'>, @Ask() ask: VersionedAsk): Promise<ImportView> {
    return stopImport(this.imports, ask, params.id);
  }

  @Handles('POST /imports/{id}/discard')
  discard(@Input() { params }: InputOf<'POST /imports/{id}/discard'>, @Ask() ask: VersionedAsk): Promise<ImportView> {
    return discardImport(this.imports, ask, params.id);
  }
}
