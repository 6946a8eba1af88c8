import { Controller, Inject } from '@nestjs/common';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { Ask, By, command, Handles, Input, type Caller, type CommandOptions } from '@xihuo/platform';
import { offerRole } from '../actions/offers/offer-role';
import { letIn } from '../actions/team/let-in';
import { stepPerson } from '../actions/team/step-person';
import { actingOf, viewPeople } from '../actions/team/view-people';
import { mustHaveFreshSecondFactor } from '../rules/step-up';
import type { Acting } from '../rules/team';
import type { IdentityKit } from '../store/identity-kit';
import { IDENTITY } from './identity-token';

function actor({ person }: Caller): Acting {
  must(person, 'people are kept by somebody signed in');
  return actingOf(person.id, person.grants);
}

/** Nobody of a team is made to have a second factor; whoever has one shows it before they give a role or take one (trust.md item 10). */
function mustAnswerForRoles(acting: Acting, caller: Caller, now: Date): void {
  if (acting.isOperator || caller.secondFactorAt !== null) mustHaveFreshSecondFactor(caller, now);
}

/** Who acts as what: each team keeps its own, operators name who holds an office. */
@Controller()
export class PeopleController {
  constructor(@Inject(IDENTITY) private readonly kit: IdentityKit) {}

  @Handles('GET /people')
  list(@Input() { query }: InputOf<'GET /people'>, @By() caller: Caller): Promise<ResponseOf<'GET /people'>> {
    return viewPeople(this.kit, actor(caller), query);
  }

  /** Operators, and whoever else has a second factor, answer it of the last five minutes. */
  @Handles('POST /people')
  async letIn(
    @Input() { body }: InputOf<'POST /people'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /people'>> {
    const acting = actor(caller);
    const { view } = await command(this.kit.database, ask, (tx) => {
      mustAnswerForRoles(acting, caller, tx.now);
      const { as, until } = body;
      if ('platform' in as && as.colleague !== undefined) return offerRole(tx, this.kit, acting, as, null);
      const { displayName, phone } = body;
      if (displayName === undefined || phone === undefined)
        throw fail.inField('INVALID_INPUT', displayName === undefined ? 'displayName' : 'phone', 'of somebody new');
      if ('platform' in as) return offerRole(tx, this.kit, acting, as, { displayName, phone });
      return letIn(tx, this.kit, acting, { displayName, phone, as, until });
    });
    return view;
  }

  /** Operators, and whoever else has a second factor, answer it of the last five minutes. */
  @Handles('POST /people/{id}/steps')
  async step(
    @Input() { params, body }: InputOf<'POST /people/{id}/steps'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /people/{id}/steps'>> {
    const acting = actor(caller);
    await command(this.kit.database, ask, (tx) => {
      mustAnswerForRoles(acting, caller, tx.now);
      return stepPerson(tx, this.kit, acting, { ...params, ...body });
    });
    return params;
  }
}
