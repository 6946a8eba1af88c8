import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  DATABASE,
  describeDownload,
  FILES,
  Handles,
  Input,
  limitRate,
  type Database,
  type Files,
  type XihuoReply,
} from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { certificatePicture } from '../actions/register/certificate-picture';
import { listRegister, summariseRegister, supplierPage } from '../actions/register/read-register';
import { registerFile } from '../actions/register/register-file';

/** A file costs as much as a thousand pages. */
const MOST_FILES = 30;
const FILE_SECONDS = 600;
/** Each is drawn when it is asked for. */
const MOST_PICTURES = 120;

@Controller()
export class RegisterController {
  constructor(
    @Inject(DATABASE) readonly database: Database,
    @Inject(FILES) readonly files: Files,
  ) {}

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

  @Handles('GET /certificates/{id}/picture')
  async picture(
    @Input() { params }: InputOf<'GET /certificates/{id}/picture'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: XihuoReply,
  ): Promise<Uint8Array> {
    const most = { name: 'certificatePicture', of: request.ip, most: MOST_PICTURES, seconds: FILE_SECONDS };
    await limitRate(this.database, most);
    const bytes = describeDownload(reply, await certificatePicture(this, params.id));
    // An hour: what is revoked today is not shown tomorrow by who keeps copies.
    void reply.header('cache-control', 'public, max-age=3600');
    return bytes;
  }
}
