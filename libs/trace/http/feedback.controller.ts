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
import { giveFeedback, listFeedback } from '../actions/give-feedback';

/** A family at one table may each have something to say; a machine may not fill the list. */
const MOST_AN_HOUR = 10;
const HOUR_SECONDS = 3_600;

@Controller()
export class FeedbackController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

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
    return (await command(this.database, ask, (tx) => giveFeedback(tx, params.code, body))).view;
  }

  @Handles('GET /trace/lot-feedback')
  list(
    @Input() { query }: InputOf<'GET /trace/lot-feedback'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /trace/lot-feedback'>> {
    return listFeedback(this.database, caller, query);
  }
}
