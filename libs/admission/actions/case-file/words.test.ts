import { watching, type ResponseOf } from '@xihuo/contract';
import { CODE_WORDS } from './words';

type Case = ResponseOf<'GET /admission/cases/{id}'>;
type Measure = ResponseOf<'GET /admission/measures/{id}'>;
type Exit = ResponseOf<'GET /admission/exits/{id}'>;
const named = <Code extends string>(codes: Record<Code, true>) => Object.keys(codes);

/** Whatever a record of a watched supplier may hold as a code: one that is added does not compile until it stands here. */
test.each(
  [
    ...named<Case['state']>({ open: true, proposed: true, closed: true }),
    ...named<Measure['state']>({ inForce: true, lifted: true, expired: true, annulled: true, replaced: true }),
    ...named<Measure['kind']>({
      ...{ notice: true, warning: true, rectification: true, productDelisting: true, suspension: true, exit: true },
      reAdmissionBar: true,
    }),
    ...named<NonNullable<Measure['rectification']>['state']>({
      ...{ open: true, planned: true, reported: true, verified: true, overdue: true, cancelled: true },
    }),
    ...named<NonNullable<Measure['appeal']>['state']>({ filed: true, upheld: true, dismissed: true, withdrawn: true }),
    ...named<Exit['state']>({ running: true, completed: true, cancelled: true }),
    ...named<Exit['steps'][number]['state']>({ waiting: true, underWay: true, blocked: true, done: true }),
    ...Object.keys(watching.EXIT_STEPS),
  ].map((code) => [code]),
)('%s is said in words on the paper of a case', (code) => {
  expect(CODE_WORDS[code]?.[0]).toMatch(/\p{Script=Han}/u);
  expect(CODE_WORDS[code]?.[1]).toMatch(/^[A-Z]/);
});
