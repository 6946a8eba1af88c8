import { randomBytes } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import {
  Ask,
  By,
  command,
  DATABASE,
  Handles,
  Input,
  type Caller,
  type CommandOptions,
  type Database,
  type VersionedAsk,
} from '@xihuo/platform';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { closePlan, drawPlan, planSpotCheck } from '../actions/spot-check/plan';
import { askRetest, cancelSample, enterResult, sendSample, takeSample } from '../actions/spot-check/samples';
import { listOwnSamples, listPlans, readPlan, readSample } from '../actions/watch/read-lists';
import { deciderBehind } from './decider-behind';

type Id = { params: { id: string } };

@Controller()
export class SpotCheckController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(REVIEW_KIT) private readonly kit: ReviewKit,
  ) {}

  @Handles('GET /admission/spot-checks')
  plans(
    @Input() { query }: InputOf<'GET /admission/spot-checks'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /admission/spot-checks'>> {
    return listPlans(this.database, deciderBehind(caller), query);
  }

  @Handles('POST /admission/spot-checks')
  async plan(
    @Input() { body }: InputOf<'POST /admission/spot-checks'>,
    @Ask() ask: CommandOptions,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/spot-checks'>> {
    const { view } = await command(this.database, ask, (tx) => planSpotCheck(tx, body));
    return this.entry(caller, view.id);
  }

  @Handles('GET /admission/spot-checks/{id}')
  view(@Input() { params }: Id, @By() caller: Caller): Promise<ResponseOf<'GET /admission/spot-checks/{id}'>> {
    return readPlan(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/spot-checks/{id}/draw')
  async draw(
    @Input() { params }: Id,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/spot-checks/{id}/draw'>> {
    await command(this.database, ask, (tx) => drawPlan(tx, at(params.id, ask), randomBytes(16).toString('hex')));
    return readPlan(this.database, deciderBehind(caller), params.id);
  }

  @Handles('POST /admission/spot-checks/{id}/close')
  async close(
    @Input() { params }: Id,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/spot-checks/{id}/close'>> {
    await command(this.database, ask, (tx) => closePlan(tx, at(params.id, ask)));
    return this.entry(caller, params.id);
  }

  @Handles('GET /admission/samples/{id}')
  sample(@Input() { params }: Id, @By() caller: Caller): Promise<ResponseOf<'GET /admission/samples/{id}'>> {
    return readSample(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/samples/{id}/taking')
  async take(
    @Input() { params, body }: InputOf<'POST /admission/samples/{id}/taking'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/samples/{id}/taking'>> {
    await command(this.database, ask, (tx) => takeSample(tx, { ...body, ...at(params.id, ask) }));
    return readSample(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/samples/{id}/sending')
  async send(
    @Input() { params, body }: InputOf<'POST /admission/samples/{id}/sending'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/samples/{id}/sending'>> {
    await command(this.database, ask, (tx) => sendSample(tx, { ...body, ...at(params.id, ask) }));
    return readSample(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/samples/{id}/result')
  async result(
    @Input() { params, body }: InputOf<'POST /admission/samples/{id}/result'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/samples/{id}/result'>> {
    await command(this.database, ask, (tx) => enterResult(tx, this.kit, { ...body, ...at(params.id, ask) }));
    return readSample(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('POST /admission/samples/{id}/cancel')
  async cancel(
    @Input() { params, body }: InputOf<'POST /admission/samples/{id}/cancel'>,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /admission/samples/{id}/cancel'>> {
    await command(this.database, ask, (tx) => cancelSample(tx, { ...body, ...at(params.id, ask) }));
    return readSample(this.database, deciderBehind(caller), 'authority', params.id);
  }

  @Handles('GET /supplier/samples')
  own(
    @Input() { query }: InputOf<'GET /supplier/samples'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /supplier/samples'>> {
    return listOwnSamples(this.database, deciderBehind(caller), query);
  }

  @Handles('POST /supplier/samples/{id}/retest')
  async retest(
    @Input() { params }: Id,
    @Ask() ask: VersionedAsk,
    @By() caller: Caller,
  ): Promise<ResponseOf<'POST /supplier/samples/{id}/retest'>> {
    const { view } = await command(this.database, ask, (tx) => askRetest(tx, at(params.id, ask)));
    return readSample(this.database, deciderBehind(caller), 'supplier', view.id);
  }

  private async entry(caller: Caller, id: string): Promise<ResponseOf<'GET /admission/spot-checks'>['data'][number]> {
    const { data: _, ...entry } = await readPlan(this.database, deciderBehind(caller), id);
    return entry;
  }
}

function at(id: string, { version }: VersionedAsk): { id: string; version: number } {
  return { id, version };
}
