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
} from '@xihuo/platform';
import type { FastifyRequest } from 'fastify';
import { answerTo, dismiss, giveFeedback, listFeedback, readAnswer } from '../actions/give-feedback';
import { TRACE_KIT, type TraceKit } from '../actions/trace-kit';

/** A family at one table may each have something to say; a machine may not fill the list. */
const MOST_AN_HOUR = 10;
const HOUR_SECONDS = 3_600;

@Controller()
export class FeedbackController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(TRACE_KIT) private readonly kit: TraceKit,
  ) {}

  @Handles('POST /lots/{code}/feedback')
  async give(
    @Input() { params, body }: InputOf<'POST /lots/{code}/feedback'>,
    @Ask() ask: CommandOptions,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'POST /lots/{code}/feedback'>> {
    await limitRate(this.database, {
      ...{ name: 'lotFeedback', of: request.ip },
      ...{ most: MOST_AN_HOUR, seconds: HOUR_SECONDS },
    });
    return (await command(this.database, ask, (tx) => giveFeedback(tx, this.kit, params.code, body))).view;
  }

  @Handles('GET /trace/lot-feedback')
  list(
    @Input() { query }: InputOf<'GET /trace/lot-feedback'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /trace/lot-feedback'>> {
    return listFeedback(this.database, caller, query);
  }

  @Handles('GET /lots/{code}/feedback/{id}')
  answered(
    @Input() { params }: InputOf<'GET /lots/{code}/feedback/{id}'>,
  ): Promise<ResponseOf<'GET /lots/{code}/feedback/{id}'>> {
    return readAnswer(this.database, params.code, params.id);
  }

  @Handles('POST /trace/lot-feedback/{id}/answer')
  async answer(
    @Input() { params, body }: InputOf<'POST /trace/lot-feedback/{id}/answer'>,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /trace/lot-feedback/{id}/answer'>> {
    return (await command(this.database, ask, (tx) => answerTo(tx, params.id, body.words))).view;
  }

  @Handles('POST /trace/lot-feedback/{id}/dismissal')
  async dismiss(
    @Input() { params, body }: InputOf<'POST /trace/lot-feedback/{id}/dismissal'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /trace/lot-feedback/{id}/dismissal'>> {
    const grants = caller.person?.grants ?? [];
    return (await command(this.database, ask, (tx) => dismiss(tx, grants, params.id, body.reason))).view;
  }
}
