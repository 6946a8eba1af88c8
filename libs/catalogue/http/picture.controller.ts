import type { Readable } from 'node:stream';
import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  Upload,
  type CommandOptions,
  type Database,
  type Files,
  type XihuoReply,
} from '@xihuo/platform';
import { keepPicture, readPicture } from '../actions/picture/keep-picture';

@Controller()
export class PictureController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('POST /suppliers/{supplierId}/products/{productId}/pictures')
  keep(
    @Input() { params, query }: InputOf<'POST /suppliers/{supplierId}/products/{productId}/pictures'>,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /suppliers/{supplierId}/products/{productId}/pictures'>> {
    return keepPicture({ database: this.database, files: this.files }, ask, { ...params, ...query, bytes });
  }

  @Handles('GET /pictures/{name}')
  async read(
    @Input() { params }: InputOf<'GET /pictures/{name}'>,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array | Readable> {
    const { range, sizeBytes, ...file } = await readPicture(
      { database: this.database, files: this.files },
      params.name,
      reply.request.headers.range,
    );
    const bytes = describeDownload<Uint8Array | Readable>(reply, file);
    if (!range) void reply.header('content-length', sizeBytes);
    // Telephones play no film that does not come in the pieces they ask for.
    if (file.mediaType.startsWith('video/')) void reply.header('accept-ranges', 'bytes');
    if (range) void reply.status(206).header('content-range', `bytes ${range.first}-${range.last}/${sizeBytes}`);
    // Under the hash of what it is there is never anything else.
    void reply.header('cache-control', 'public, max-age=31536000, immutable');
    return bytes;
  }
}
