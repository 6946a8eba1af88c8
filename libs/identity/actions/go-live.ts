import type { ContextParts } from '@xihuo/platform';
import { COUNTED, missingPeople } from '../rules/second-people';
import { countPeople } from '../store/people.sql';

/** Who has to be there. */
export const identityGoLive: ContextParts['goLive'] = [
  {
    name: 'identity.people',
    asks: {
      zh: '需要两人经手的岗位至少各有两人，并有调解和审计人员（npm run appoint，或在工作台“人员与岗位”任命）',
      en: 'Two people in each role that two decide in, a mediator and an auditor (npm run appoint, or offered on the console)',
    },
    async missing({ database }) {
      const rows = await database.read(countPeople, [COUNTED]);
      return missingPeople(new Map(rows.map(({ role, people }) => [role, people])));
    },
  },
];
