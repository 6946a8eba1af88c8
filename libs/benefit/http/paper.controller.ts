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
import { keepPaper, readPaper } from '../actions/papers';

@Controller()
export class PaperController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('POST /benefit/papers')
  keep(
    @Input() { query }: InputOf<'POST /benefit/papers'>,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /benefit/papers'>> {
    return keepPaper(this.place, ask, { ...query, bytes });
  }

  @Handles('GET /benefit/papers/{id}')
  async paper(
    @Input() { params }: { params: { id: string } },
    @Ask() ask: CommandOptions,
    @Res({ passthrough: true }) reply: XihuoReply,
  ) {
    return describeDownload(reply, await readPaper(this.place, ask, params.id));
  }

  private get place() {
    return { database: this.database, files: this.files };
  }
}
