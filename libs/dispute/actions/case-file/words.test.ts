import { machines, type ResponseOf } from '@xihuo/contract';
import { CODES } from './words';

type Case = ResponseOf<'GET /mediation/disputes/{id}'>;
const named = <Code extends string>(codes: Record<Code, true>) => Object.keys(codes);

test.each(
  [
    ...machines.DISPUTE_STATES,
    ...named<Case['kind']>({
      ...{ notReceived: true, short: true, damaged: true, notAsDescribed: true, quality: true, foodSafety: true },
      other: true,
    }),
    ...named<Case['messages'][number]['side']>({ buyer: true, supplier: true, mediator: true, platform: true }),
    ...named<NonNullable<Case['award']>['basis']>({ agreement: true, decision: true, appeal: true, authority: true }),
  ].map((code) => [code]),
)('%s is said in words on the paper of a dispute', (code) => {
  expect(CODES[code]?.[0]).toMatch(/\p{Script=Han}/u);
  expect(CODES[code]?.[1]).toMatch(/^[A-Z]/);
});
