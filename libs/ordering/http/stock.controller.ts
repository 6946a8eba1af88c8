import type { Readable } from 'node:stream';
import { packs } from '@xihuo/catalogue';
import { Controller, Inject, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  describeDownload,
  Handles,
  Input,
  Language,
  limitRate,
  type Caller,
  type CommandOptions,
  type Database,
  type XihuoReply,
} from '@xihuo/platform';
import { countOne, readStock, stockFile } from '../actions/supplier-stock';

/** A file costs as much as many pages. */
const MOST_FILES = 30;
const FILE_SECONDS = 600;

@Controller()
export class StockController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /suppliers/{supplierId}/stock')
  read(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/stock'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/stock'>> {
    mustBeOwn(params, caller);
    return readStock(this.database, params.supplierId, query.product ?? null);
  }

  @Handles('PUT /suppliers/{supplierId}/stock/{skuId}')
  async count(
    @Input() { params, body }: InputOf<'PUT /suppliers/{supplierId}/stock/{skuId}'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'PUT /suppliers/{supplierId}/stock/{skuId}'>> {
    mustBeOwn(params, caller);
    return (await command(this.database, ask, (tx) => countOne(tx, { ...params, ...body }))).view;
  }

  @Handles('GET /suppliers/{supplierId}/stock/file')
  async file(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/stock/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    mustBeOwn(params, caller);
    const most = { name: 'supplierFile', of: params.supplierId, most: MOST_FILES, seconds: FILE_SECONDS };
    await limitRate(this.database, most);
    return describeDownload(reply, await stockFile(this.database, params.supplierId, { ...query, language }));
  }
}

function mustBeOwn({ supplierId }: { supplierId: string }, { person }: Caller): void {
  packs.mustActFor(supplierId, person?.grants ?? []);
}
