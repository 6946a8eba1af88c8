import { fail, type machines } from '@xihuo/contract';
import { tellPeople } from '@xihuo/identity';
import { must } from '@xihuo/kernel';
import type { Actor, Notices, Tx, Vault } from '@xihuo/platform';
import { officedCounties, readableCounties } from '../rules/readers';

/** What the steps work with: people are told, codes are kept as keyed hashes. */
export interface BenefitKit {
  readonly vault: Vault;
  readonly notices: Notices;
}
export const BENEFIT_KIT = Symbol('BenefitKit');

/** `readers`: the supplier's clerks and whoever reads over it; `clerks`: only they; `officers`: of the county; `witnesses`: both of these; `household`: whoever is of it; `payee`: the same, or who acts for the collective; `parties`: the readers, and who acts for the collective it is to. */
export type Side = 'readers' | 'clerks' | 'officers' | 'witnesses' | 'household' | 'payee' | 'parties';

/** The suppliers somebody acts for. */
export function ownSuppliers(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return actor.grants.flatMap(({ role, organisationId }) =>
    role === 'supplier' && organisationId ? [organisationId] : [],
  );
}

/** The households somebody is of. */
export function ownHouseholds(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return actor.grants.flatMap(({ role, householdId }) => (role === 'farmer' && householdId ? [householdId] : []));
}

/** The three values that `MINE` asks for: suppliers acted for, patterns of counties, households or payees. */
export function sideOf(actor: Actor, side: Side): [string[], string[], string[]] {
  if (actor.kind !== 'person' || side === 'household') return [[], [], ownHouseholds(actor)];
  if (side === 'payee') return [[], [], [...ownHouseholds(actor), ...ownSuppliers(actor)]];
  if (side === 'clerks') return [ownSuppliers(actor), [], []];
  if (side === 'officers') return [[], officedCounties(actor.grants), []];
  if (side === 'witnesses') return [ownSuppliers(actor), officedCounties(actor.grants), []];
  return [ownSuppliers(actor), readableCounties(actor.grants), side === 'parties' ? ownSuppliers(actor) : []];
}

/** The person who does it; machines have none. */
export function personOf({ actor }: Pick<Tx, 'actor'>): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}

export function idsOf(people: readonly { person_id: string }[]): string[] {
  return people.map(({ person_id: id }) => id);
}

/** What every step of an agreement or a due says alike. */
export const { inField: fieldFault, atStep: notAtThisStep } = fail;

type Told = Omit<Exclude<Parameters<typeof tellPeople>[2], readonly unknown[]>, 'about'>;

/** What is told of, by the beginning of its key: `agreement.signed:ID` is about that agreement. */
const KINDS = {
  ...{ agreement: 'agreement', work: 'work', contest: 'contest', delivery: 'delivery' },
  ...{ outsidePayment: 'outside', pool: 'pool', distribution: 'distribution' },
} as const;

function aboutOf(key: string): machines.NoticeAbout {
  const [, kind = '', id] = /^([a-zA-Z]+)\.\w+:(.+)$/.exec(key) ?? [];
  must(Object.hasOwn(KINDS, kind), `${key} says what it tells of`);
  return `${KINDS[kind as keyof typeof KINDS]}:${id!}` as machines.NoticeAbout;
}

/** Tells people of what a step is about; see `tellPeople`. */
export async function tell(tx: Tx, kit: BenefitKit, telling: Told | readonly Told[]): Promise<void> {
  await tellPeople(
    tx,
    kit,
    [telling].flat().map((one) => ({ ...one, about: aboutOf(one.key) })),
  );
}
