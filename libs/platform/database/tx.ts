import { createHash } from 'node:crypto';
import type { EventName, EventPayload } from '@xihuo/contract';
import { canonicalJson } from '@xihuo/kernel';
import type { EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import type { Audience, LiveTopic, Tidings } from '../live/tidings';
import type { Statement } from './statement';
import { newId } from './database';

/** Who does something: a person by session, a guest by token, or a machine by name. */
export type Actor =
  | { readonly kind: 'person'; readonly personId: string; readonly grants: readonly Grant[] }
  | { readonly kind: 'guest' }
  | { readonly kind: 'system'; readonly name: string };

export interface Grant {
  readonly role: import('@xihuo/contract').Role;
  readonly organisationId: string | null;
  readonly jurisdiction: string | null;
  readonly householdId: string | null;
}

export interface PendingEvent {
  id: string;
  name: EventName;
  payload: unknown;
  requestId: string;
}

export interface AuditEntry {
  /** What was done, such as order.place. */
  action: string;
  /** What it was done to. */
  subjectKind: string;
  subjectId: string;
  /** Facts before and after; ids and codes, no personal data. */
  before?: unknown;
  after?: unknown;
}

/** Something that may be refused; ids and codes, no personal data. */
export interface Attempt extends Pick<AuditEntry, 'action' | 'subjectKind' | 'subjectId'> {
  /**
   * What a line of the trail holds where it is about the part of the subject that is tried: who was faster is looked for among those
   * alone. A campaign is entered by many suppliers, and none is told of another's people.
   */
  among?: Partial<Pick<AuditEntry, 'action' | 'after'>>;
}

/** A thing before and after it was changed, by the names of its fields. */
export interface Changed {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** As it will be written: with who did it and on whose request. */
export interface PendingAudit extends AuditEntry {
  actor: Actor;
  requestId: string;
}

/** One transaction: a checked-out client that gives TypeORM's manager and named statements alike. */
export class Tx {
  constructor(
    readonly manager: EntityManager,
    readonly client: PoolClient,
    /** Business time: the database's transaction time plus the business-clock offset, read once. */
    readonly now: Date,
    readonly actor: Actor,
    readonly requestId: string,
    /** What will be written at the end, one statement each. */
    readonly events: PendingEvent[] = [],
    readonly audits: PendingAudit[] = [],
    /** Who is to be woken once this is committed. */
    readonly wakes: Set<string> = new Set(),
    /** What open consoles are to hear once this is committed. */
    readonly tidings: Tidings[] = [],
  ) {}

  /** What is being tried, once it was said. */
  attempted: Attempt | null = null;

  /** The same transaction on behalf of somebody else: a batch has a request of its own for each of its inputs. */
  as(actor: Actor, requestId: string): Tx {
    const { manager, client, now, events, audits, wakes, tidings } = this;
    return new Tx(manager, client, now, actor, requestId, events, audits, wakes, tidings);
  }

  /** As `as`, but what it emits and audits is kept apart, to be taken over or forgotten. */
  apart(actor: Actor, requestId: string): Tx {
    return new Tx(this.manager, this.client, this.now, actor, requestId);
  }

  /** Takes over what was kept apart. */
  takeOver({ events, audits, wakes, tidings }: Tx): void {
    this.events.push(...events);
    this.audits.push(...audits);
    for (const name of wakes) this.wakes.add(name);
    this.tidings.push(...tidings);
  }

  async sql<Row>(wanted: Statement<Row>, values: unknown[] = []): Promise<Row[]> {
    const result = await this.client.query({ name: wanted.name, text: wanted.text, values });
    return result.rows as Row[];
  }

  /** Once this is committed, has a worker start the named periodic job now rather than at its next round. */
  wake(job: string): void {
    this.wakes.add(job);
  }

  /**
   * Once this is committed, tells the open consoles of those named that the thing has changed. They hear its name alone, and may miss
   * it: what is shown asks by itself now and then. @param id null where there is no one thing
   */
  tell(topic: LiveTopic, id: string | null, to: Audience): void {
    this.tidings.push({ topic, id, to });
  }

  /** Writes an event to the outbox with this transaction. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    this.events.push({ id: newId(), name, payload, requestId: this.requestId });
  }

  /**
   * Says what is being tried, before it is looked at whether it may be: a refusal then leaves an audit line of its own, although
   * everything else is rolled back. For attempts that say something about who made them (self review, a foreign county).
   */
  attempt(attempted: Attempt): void {
    this.attempted = attempted;
  }

  audit(entry: AuditEntry): void {
    this.audits.push({ ...entry, actor: this.actor, requestId: this.requestId });
  }

  /**
   * Writes down that a thing was changed: of it what became otherwise, old beside new, field by field. Histories tell those of its
   * fields that `TRAIL_FIELDS` names. @param also what else is to be known, such as why
   */
  auditChange(entry: Attempt, { before, after }: Changed, also: object = {}): void {
    const differs = ([field, value]: [string, unknown]) =>
      canonicalJson(value ?? null) !== canonicalJson(before[field] ?? null);
    const changed = Object.entries(after).filter(differs);
    const was = Object.fromEntries(changed.map(([field]) => [field, before[field] ?? null]));
    this.audit({ ...entry, before: was, after: { ...also, ...Object.fromEntries(changed) } });
  }
}

export function sha256(text: string | Buffer): Buffer {
  return createHash('sha256').update(text).digest();
}
