import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  NOTICES,
  type Caller,
  type CommandOptions,
  type Database,
  type Notices,
  type VersionedAsk,
} from '@xihuo/platform';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { answerForMandate, askForMandate, listMandates } from '../actions/application/mandates';

type MandateView = ResponseOf<'GET /me/mandates'>['data'][number];

@Controller()
export class MandateController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(NOTICES) private readonly notices: Notices,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /me/mandates')
  list(@Input() { query }: InputOf<'GET /me/mandates'>, @By() caller: Caller): Promise<ResponseOf<'GET /me/mandates'>> {
    return listMandates(this.database, caller.person?.grants ?? [], query);
  }

  @Handles('POST /admission/applications/{id}/mandate')
  async ask(
    @Input() { params, body }: InputOf<'POST /admission/applications/{id}/mandate'>,
    @Ask() ask: CommandOptions,
  ): Promise<MandateView> {
    return (await command(this.database, ask, (tx) => askForMandate(tx, this.notices, params.id, body))).view;
  }

  @Handles('POST /admission/mandates/{id}/answer')
  async answer(
    @Input() { params, body }: InputOf<'POST /admission/mandates/{id}/answer'>,
    @Ask() ask: VersionedAsk,
  ): Promise<MandateView> {
    const wanted = { id: params.id, version: ask.version, answer: body.answer };
    return (await command(this.database, ask, (tx) => answerForMandate(tx, this.kit, wanted))).view;
  }
}
