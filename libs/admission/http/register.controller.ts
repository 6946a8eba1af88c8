import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { DATABASE, describeDownload, Handles, Input, limitRate, type Database, type XihuoReply } from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { listRegister, summariseRegister, supplierPage } from '../actions/register/read-register';
import { registerFile } from '../actions/register/register-file';

/** A file costs as much as a thousand pages. */
const MOST_FILES = 30;
const FILE_SECONDS = 600;

@Controller()
export class RegisterController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /register/suppliers')
  register(@Input() { query }: InputOf<'GET /register/suppliers'>): Promise<ResponseOf<'GET /register/suppliers'>> {
    return listRegister(this.database, query);
  }

  @Handles('GET /register/suppliers/file')
  async file(
    @Input() { query }: InputOf<'GET /register/suppliers/file'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const most = { name: 'registerFile', of: request.ip, most: MOST_FILES, seconds: FILE_SECONDS };
    await limitRate(this.database, most);
    return describeDownload(reply, await registerFile(this.database, query));
  }

  @Handles('GET /register/summary')
  summary(): Promise<ResponseOf<'GET /register/summary'>> {
    return summariseRegister(this.database);
  }

  @Handles('GET /suppliers/{id}')
  supplier(@Input() { params }: InputOf<'GET /suppliers/{id}'>): Promise<ResponseOf<'GET /suppliers/{id}'>> {
    return supplierPage(this.database, params.id);
  }
}
