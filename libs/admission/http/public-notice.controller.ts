import { Controller, Inject, Req } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  limitRate,
  type Caller,
  type CommandOptions,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { decideObjection, objectTo, revealObjector } from '../actions/review/object';
import { listNotices, listObjections, readNotice, readObjection } from '../actions/review/read-notices';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { deciderBehind } from './decider-behind';

/** A household or an office behind one address may object; a machine may not fill the queue. */
const MOST_A_DAY = 10;
const DAY_SECONDS = 86_400;

@Controller()
export class PublicNoticeController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /public-notices')
  list(@Input() { query }: InputOf<'GET /public-notices'>): Promise<ResponseOf<'GET /public-notices'>> {
    return listNotices(this.database, query);
  }

  @Handles('GET /public-notices/{id}')
  one(@Input() { params }: InputOf<'GET /public-notices/{id}'>): Promise<ResponseOf<'GET /public-notices/{id}'>> {
    return readNotice(this.database, params.id);
  }

  @Handles('POST /public-notices/{id}/objections')
  async object(
    @Input() { params, body }: InputOf<'POST /public-notices/{id}/objections'>,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'POST /public-notices/{id}/objections'>> {
    await limitRate(this.database, {
      name: 'objection',
      of: request.ip,
      most: MOST_A_DAY,
      seconds: DAY_SECONDS,
    });
    const { name, phone, statement } = body;
    const wanted = { noticeId: params.id, contact: { name, phone }, statement };
    return (await command(this.database, ask, (tx) => objectTo(tx, this.kit, wanted))).view;
  }

  @Handles('GET /admission/objections')
  objections(
    @Input() { query }: InputOf<'GET /admission/objections'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/objections'>> {
    return listObjections(this.database, deciderBehind(caller), query);
  }

  @Handles('GET /admission/objections/{id}')
  objection(
    @Input() { params }: InputOf<'GET /admission/objections/{id}'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/objections/{id}'>> {
    return readObjection(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/objections/{id}/reveal')
  async reveal(
    @Input() { params, body }: InputOf<'POST /admission/objections/{id}/reveal'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /admission/objections/{id}/reveal'>> {
    const wanted = { objectionId: params.id, purpose: body.purpose };
    return (await command(this.database, ask, (tx) => revealObjector(tx, this.kit.vault, wanted))).view;
  }

  @Handles('POST /admission/objections/{id}/decide')
  async decide(
    @Input() { params, body }: InputOf<'POST /admission/objections/{id}/decide'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/objections/{id}/decide'>> {
    const wanted = { ...body, objectionId: params.id, version: ask.version };
    await command(this.database, ask, (tx) => decideObjection(tx, this.kit, wanted));
    return readObjection(this.database, deciderBehind(caller), params.id);
  }
}
