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
    @Input() { params }: InputOf<'POST /suppliers/{supplierId}/products/{productId}/pictures'>,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /suppliers/{supplierId}/products/{productId}/pictures'>> {
    return keepPicture({ database: this.database, files: this.files }, ask, { ...params, bytes });
  }

  @Handles('GET /pictures/{name}')
  async read(
    @Input() { params }: InputOf<'GET /pictures/{name}'>,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const file = await readPicture({ database: this.database, files: this.files }, params.name);
    const bytes = describeDownload(reply, file);
    // Under the hash of what it is there is never anything else.
    void reply.header('cache-control', 'public, max-age=31536000, immutable');
    return bytes;
  }
}
