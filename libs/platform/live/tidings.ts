import type { ResponseOf, Role } from '@xihuo/contract';
import type { Grant } from '../database/tx';

export type LiveEvent = ResponseOf<'GET /me/events'>;
export type LiveTopic = LiveEvent['topic'];

/**
 * Who may hear of something: the same who may read it. `everywhere` are those alone whose role is bound to no region, as the routes
 * ask it that answer an auditor of a province with 404.
 */
export type Audience =
  { readonly people: readonly string[] } | { readonly roles: readonly Role[]; readonly everywhere?: true };

export interface Tidings extends LiveEvent {
  readonly to: Audience;
}

/** Who listens: a person as what they may act as at this moment. */
export interface Listener {
  readonly personId: string;
  readonly grants: readonly Grant[];
}

/** A notification of PostgreSQL holds 8,000 bytes; an id is 39 of them with its quotes and comma. */
const MOST_PEOPLE = 150;

/** As they go through the database: one line, or several where they are for very many. */
export function linesOf({ topic, id, to }: Tidings): string[] {
  if ('roles' in to) return [JSON.stringify({ topic, id, to })];
  const lines: string[] = [];
  for (let from = 0; from < to.people.length; from += MOST_PEOPLE)
    lines.push(JSON.stringify({ topic, id, to: { people: to.people.slice(from, from + MOST_PEOPLE) } }));
  return lines;
}

export function tidingsIn(line: string): Tidings {
  return JSON.parse(line) as Tidings;
}

/** Whether the tidings are for this one. */
export function hears({ personId, grants }: Listener, to: Audience): boolean {
  if ('people' in to) return to.people.includes(personId);
  return grants.some(({ role, jurisdiction }) => to.roles.includes(role) && !(to.everywhere && jurisdiction !== null));
}

/** As it goes over the wire. */
export function framed({ topic, id }: LiveEvent): Buffer {
  return Buffer.from(`data: ${JSON.stringify({ topic, id })}\n\n`);
}
