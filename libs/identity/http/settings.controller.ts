import { Controller, Inject } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { Ask, By, command, Handles, Input, switches, type Caller, type CommandOptions } from '@xihuo/platform';
import { settings } from '@xihuo/registry';
import { tellOfSetting, tellProposer } from '../actions/tell-of-setting';
import { mustHaveFreshSecondFactor } from '../rules/step-up';
import type { IdentityKit } from '../store/identity-kit';
import { byStandingOperators, namesOf } from '../store/people.sql';
import { IDENTITY } from './identity-token';

/** Settings are the registry's and switches the platform's; who decides them, and that both change by a fresh second factor, is known here. */
@Controller()
export class SettingsController {
  constructor(@Inject(IDENTITY) private readonly kit: IdentityKit) {}

  @Handles('GET /settings')
  list(@Input() { query }: InputOf<'GET /settings'>, @By() { person }: Caller): Promise<ResponseOf<'GET /settings'>> {
    const decides = person?.grants.some(({ role }) => role === 'operator') ?? false;
    const names = async (ids: readonly string[]) =>
      new Map((await this.kit.database.read(namesOf, [ids])).map(({ id, name }) => [id, name]));
    const reader = person && { personId: person.id, namesOf: decides ? names : null };
    const read = (ids: string[], days: Date[]) => this.kit.database.read(byStandingOperators, [ids, days]);
    return settings.listSettings(this.kit.database, query.prefix ?? '', reader, (all) => standingOf(all, read));
  }

  /** Answers a second factor of the last five minutes; the other operators are told what is proposed, whoever proposed it what became of it. */
  @Handles('POST /settings/steps')
  async step(
    @Input() { body }: InputOf<'POST /settings/steps'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<ResponseOf<'POST /settings/steps'>> {
    const { view } = await command(this.kit.database, ask, async (tx) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      const { key, name, proposedBy } = await settings.stepSetting(tx, body, (all) =>
        standingOf(all, (ids, days) => tx.sql(byStandingOperators, [ids, days])),
      );
      if (body.step === 'propose') await tellOfSetting(tx, this.kit, { ...body, name });
      else await tellProposer(tx, this.kit, { ...body, name, proposedBy });
      return { key };
    });
    return view;
  }

  /** Answers a second factor of the last five minutes. */
  @Handles('POST /switches')
  async turn(
    @Input() { body }: InputOf<'POST /switches'>,
    @By() caller: Caller,
    @Ask() ask: CommandOptions,
  ): Promise<void> {
    await command(this.kit.database, ask, (tx) => {
      mustHaveFreshSecondFactor(caller, tx.now);
      return switches.turn(tx, body);
    });
  }
}

/** Of proposals those whose proposer was an operator then and still is. */
async function standingOf<P extends { readonly proposed_by: string; readonly proposed_at: Date }>(
  all: readonly P[],
  read: (ids: string[], days: Date[]) => Promise<readonly { at: number }[]>,
): Promise<P[]> {
  if (all.length === 0) return [];
  const found = await read(
    all.map(({ proposed_by: id }) => id),
    all.map(({ proposed_at: day }) => day),
  );
  const standing = new Set(found.map(({ at }) => at));
  return all.filter((_, at) => standing.has(at));
}
