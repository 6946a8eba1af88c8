import { Controller, Inject, Res } from '@nestjs/common';
import type { Readable } from 'node:stream';
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
  NOTICES,
  type Caller,
  type CommandOptions,
  type Database,
  type Notices,
  type XihuoReply,
} from '@xihuo/platform';
import { pricesFile, productsFile } from '../actions/bulk/export-packs';
import { readWaitingPrices, submitWaiting } from '../actions/bulk/waiting-prices';
import { mustActFor } from '../actions/supplier-products';

/** A file costs as much as many pages. */
const MOST_FILES = 30;
const FILE_SECONDS = 600;

/** What tables leave behind, prices that wait to be looked at, and tables to begin from. */
@Controller()
export class BulkController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(NOTICES) private readonly notices: Notices,
  ) {}

  @Handles('GET /suppliers/{supplierId}/price-changes')
  waiting(
    @Input() { params }: InputOf<'GET /suppliers/{supplierId}/price-changes'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /suppliers/{supplierId}/price-changes'>> {
    mustActFor(params.supplierId, caller.person?.grants ?? []);
    return readWaitingPrices(this.database, params.supplierId);
  }

  @Handles('POST /suppliers/{supplierId}/price-changes/submit')
  async submit(
    @Input() { params }: InputOf<'POST /suppliers/{supplierId}/price-changes/submit'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /suppliers/{supplierId}/price-changes/submit'>> {
    mustActFor(params.supplierId, caller.person?.grants ?? []);
    const { notices } = this;
    return (await command(this.database, ask, (tx) => submitWaiting(tx, { notices }, params.supplierId))).view;
  }

  @Handles('GET /suppliers/{supplierId}/products/file')
  async products(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/products/file'>,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    await this.mayTake(params.supplierId, caller);
    return describeDownload(reply, await productsFile(this.database, { ...params, ...query, language }));
  }

  @Handles('GET /suppliers/{supplierId}/prices/file')
  async prices(
    @Input() { params, query }: InputOf<'GET /suppliers/{supplierId}/prices/file'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
    @Language() language: 'zh' | 'en',
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Readable> {
    await this.mayTake(params.supplierId, caller);
    return describeDownload(reply, await pricesFile(this.database, ask, { ...params, ...query, language }));
  }

  private mayTake(supplierId: string, { person }: Caller): Promise<void> {
    mustActFor(supplierId, person?.grants ?? []);
    return limitRate(this.database, { name: 'supplierFile', of: supplierId, most: MOST_FILES, seconds: FILE_SECONDS });
  }
}
