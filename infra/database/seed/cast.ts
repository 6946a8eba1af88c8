import { reviewing, type Role } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { statement, type Actor, type Grant, type Tx } from '@xihuo/platform';
import { organisationIds, type Ids } from './lookups';

export type Person = Extract<Actor, { kind: 'person' }>;
export type Department = keyof typeof reviewing.COUNTY_QUESTIONS;

const OFFICE: Readonly<Record<Department, Role>> = {
  agriculture: 'countyAgriculture',
  revitalisation: 'countyRevitalisation',
};

const everybody = statement<{ person_id: string; grants: Grant[] }>(
  'seed.everybody',
  `select person_id, json_agg(json_build_object('role', role, 'organisationId', organisation_id,
                                               'jurisdiction', jurisdiction, 'householdId', household_id)) as grants
     from identity.role_grant_v where role <> 'farmer' group by person_id order by person_id`,
);

/** The people of the demonstration, by what they do: each step is taken by whoever would take it. */
export class Cast {
  private constructor(
    private readonly people: readonly Person[],
    private readonly organisations: Ids,
  ) {}

  static async of(tx: Tx): Promise<Cast> {
    const people = (await tx.sql(everybody)).map(({ person_id: personId, grants }): Person => ({
      kind: 'person',
      personId,
      grants,
    }));
    return new Cast(people, await organisationIds(tx));
  }

  /** Who acts for a supplier. */
  clerk(reference: string): Person {
    const organisation = this.organisations.of(reference);
    return this.one(
      `clerk of ${reference}`,
      (grant) => grant.role === 'supplier' && grant.organisationId === organisation,
    );
  }

  /** Who buys for an organisation; of several, one. */
  buyer(reference: string): Person {
    const organisation = this.organisations.of(reference);
    return this.one(
      `buyer of ${reference}`,
      (grant) => grant.role === 'businessBuyer' && grant.organisationId === organisation,
    );
  }

  officer(countyCode: string, department: Department): Person {
    return this.one(
      `${department} of ${countyCode}`,
      (grant) => grant.role === OFFICE[department] && grant.jurisdiction === countyCode,
    );
  }

  /** The platform's reviewers in turn: neighbours in number are different people. */
  reviewer(number: number): Person {
    return this.inTurn('reviewer', number);
  }

  operator(number: number): Person {
    return this.inTurn('operator', number);
  }

  finance(number: number): Person {
    return this.inTurn('finance', number);
  }

  private inTurn(role: Role, number: number): Person {
    const all = this.people.filter(({ grants }) => grants.some((grant) => grant.role === role));
    const person = all[number % all.length];
    must(person, `there is a ${role}`);
    return person;
  }

  private one(name: string, fits: (grant: Grant) => boolean): Person {
    const person = this.people.find(({ grants }) => grants.some(fits));
    must(person, `${name} was seeded by an earlier step`);
    return person;
  }
}

/** Does something as somebody: same transaction, own name on the record. */
export function actingIn(tx: Tx): (person: Person) => Tx {
  return (person) => tx.as(person, tx.requestId);
}
