import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { By, DATABASE, Handles, Input, type Caller, type Database } from '@xihuo/platform';
import { viewOrderOutcome } from '../actions/view-order-outcome';

@Controller()
export class OrderOutcomeController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('GET /orders/{id}/outcome')
  outcome(
    @Input() { params }: InputOf<'GET /orders/{id}/outcome'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /orders/{id}/outcome'>> {
    return viewOrderOutcome(this.database, params.id, {
      personId: caller.person?.id ?? null,
      token: caller.orderToken,
    });
  }
}
