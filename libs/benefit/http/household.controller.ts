import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '@xihuo/contract';
import { Ask, DATABASE, Handles, Input, type CommandOptions, type Database } from '@xihuo/platform';
import { viewCollectiveLines, viewCollectives } from '../actions/view-collectives';
import { viewHousehold, viewHouseholds, viewObligations } from '../actions/view-households';

@Controller()
export class HouseholdController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /benefit/households')
  list(@Input() { query }: InputOf<'GET /benefit/households'>, @Ask() { actor }: CommandOptions) {
    return viewHouseholds(this.database, actor, query);
  }

  @Handles('GET /benefit/households/{id}')
  view(@Input() { params }: { params: { id: string } }, @Ask() { actor }: CommandOptions) {
    return viewHousehold(this.database, actor, params.id);
  }

  @Handles('GET /benefit/households/{id}/obligations')
  obligations(
    @Input() { params, query }: InputOf<'GET /benefit/households/{id}/obligations'>,
    @Ask() { actor }: CommandOptions,
  ) {
    return viewObligations(this.database, actor, params.id, query);
  }

  @Handles('GET /benefit/collectives')
  collectives(@Input() { query }: InputOf<'GET /benefit/collectives'>, @Ask() { actor }: CommandOptions) {
    return viewCollectives(this.database, actor, query);
  }

  @Handles('GET /benefit/collectives/{id}/obligations')
  collectiveLines(
    @Input() { params, query }: InputOf<'GET /benefit/collectives/{id}/obligations'>,
    @Ask() { actor }: CommandOptions,
  ) {
    return viewCollectiveLines(this.database, actor, params.id, query);
  }
}
