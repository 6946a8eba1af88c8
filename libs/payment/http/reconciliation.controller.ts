import { Controller, Inject } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { Ask, By, Handles, Input, type Caller, type CommandOptions, type VersionedAsk } from '@xihuo/platform';
import {
  listBillDays,
  listOpenDifferences,
  readDay,
  stepDifference,
  viewDifference,
  type DifferenceView,
} from '../actions/differences';
import type { Till } from '../actions/start-payment';
import { TILL } from '../actions/till';

/** Orders of the whole country stand on one bill: for finance, and for auditors of the whole country. */
function readerOf({ person }: Caller): { personId: string; isFinance: boolean } {
  must(person, 'bills are read by somebody signed in');
  const isFinance = person.grants.some(({ role }) => role === 'finance');
  const auditsAll = person.grants.some(({ role, jurisdiction }) => role === 'auditor' && jurisdiction === null);
  if (!isFinance && !auditsAll) throw fail('NOT_FOUND');
  return { personId: person.id, isFinance };
}

@Controller()
export class ReconciliationController {
  constructor(@Inject(TILL) private readonly till: Till) {}

  @Handles('GET /payment/bill-days')
  async days(
    @Input() { query }: InputOf<'GET /payment/bill-days'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /payment/bill-days'>> {
    readerOf(caller);
    return listBillDays(this.till, query);
  }

  @Handles('POST /payment/bill-days/{day}/readings')
  read(
    @Input() { params }: InputOf<'POST /payment/bill-days/{day}/readings'>,
    @Ask() { actor, requestId }: CommandOptions,
  ): Promise<ResponseOf<'POST /payment/bill-days/{day}/readings'>> {
    return readDay(this.till, params.day, { actor, requestId });
  }

  @Handles('GET /payment/differences')
  async list(
    @Input() { query }: InputOf<'GET /payment/differences'>,
    @By() caller: Caller,
  ): Promise<ResponseOf<'GET /payment/differences'>> {
    return listOpenDifferences(this.till, readerOf(caller).personId, query);
  }

  @Handles('GET /payment/differences/{id}')
  async view(
    @Input() { params }: InputOf<'GET /payment/differences/{id}'>,
    @By() caller: Caller,
  ): Promise<DifferenceView> {
    return viewDifference(this.till, params.id, readerOf(caller));
  }

  @Handles('POST /payment/differences/{id}/steps')
  async step(
    @Input() { params, body }: InputOf<'POST /payment/differences/{id}/steps'>,
    @By() caller: Caller,
    @Ask() { actor, requestId, version }: VersionedAsk,
  ): Promise<DifferenceView> {
    const reader = readerOf(caller);
    await stepDifference(this.till, { actor, requestId }, reader.personId, { ...params, ...body, version });
    return viewDifference(this.till, params.id, reader);
  }
}
