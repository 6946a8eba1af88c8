import type { Role } from '@xihuo/contract';

/** How many have to act as what: where somebody proposes and somebody else decides, one alone can do nothing. */
const LEAST = { operator: 2, reviewer: 2, finance: 2, mediator: 1, auditor: 1 } as const satisfies Partial<
  Record<Role, number>
>;

const NAMES = {
  operator: { zh: '平台运营', en: 'operators' },
  reviewer: { zh: '审核', en: 'reviewers' },
  finance: { zh: '财务', en: 'finance' },
  mediator: { zh: '调解', en: 'mediators' },
  auditor: { zh: '审计', en: 'auditors' },
} as const;

type Counted = keyof typeof LEAST;
export const COUNTED = Object.keys(LEAST) as Counted[];

/** Roles too few people act in, with how many there are and have to be. @param people how many act as each */
export function missingPeople(people: ReadonlyMap<string, number>): { zh: string; en: string }[] {
  return COUNTED.flatMap((role) => {
    const there = people.get(role) ?? 0;
    if (there >= LEAST[role]) return [];
    const [{ zh, en }, counted] = [NAMES[role], `${there}/${LEAST[role]}`];
    return [{ zh: `${zh} ${counted}`, en: `${en} ${counted}` }];
  });
}
