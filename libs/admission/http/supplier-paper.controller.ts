import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  DATABASE,
  FILES,
  Handles,
  Input,
  Upload,
  type CommandOptions,
  type Database,
  type Files,
} from '@xihuo/platform';
import { keepSupplierPaper } from '../actions/watch/supplier-papers';

@Controller()
export class SupplierPaperController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Handles('POST /supplier/papers')
  own(
    @Input() { query }: InputOf<'POST /supplier/papers'>,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /supplier/papers'>> {
    return keepSupplierPaper(this.place, ask, { supplierId: query.supplierId, side: 'supplier', bytes });
  }

  @Handles('POST /admission/suppliers/{id}/papers')
  about(
    @Input() { params }: InputOf<'POST /admission/suppliers/{id}/papers'>,
    @Ask() ask: CommandOptions,
    @Upload() bytes: Promise<Buffer>,
  ): Promise<ResponseOf<'POST /admission/suppliers/{id}/papers'>> {
    return keepSupplierPaper(this.place, ask, { supplierId: params.id, side: 'authority', bytes });
  }

  private get place() {
    return { database: this.database, files: this.files };
  }
}
