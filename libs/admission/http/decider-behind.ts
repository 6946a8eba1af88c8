import { must } from '@xihuo/kernel';
import type { Caller } from '@xihuo/platform';
import type { Decider } from '../rules/four-eyes';

/** Who decides, behind a route that only people with a role come through. */
export function deciderBehind({ person }: Caller): Decider {
  must(person, 'the route is for people who are signed in');
  return { personId: person.id, grants: person.grants };
}
