import { benefitParts } from '@xihuo/benefit';
import type { EventPayload } from '@xihuo/contract';
import { disputeParts } from '@xihuo/dispute';
import { must } from '@xihuo/kernel';
import { orderingParts } from '@xihuo/ordering';
import { paymentParts, TILL } from '@xihuo/payment';
import { settlementParts } from '@xihuo/settlement';
import {
  command,
  createLog,
  DATABASE,
  Notices,
  NOTICES,
  Vault,
  VAULT,
  type ContextParts,
  type Database,
} from '@xihuo/platform';
import { tillOf } from './sandbox-till';

const parts = [paymentParts, orderingParts, disputeParts, benefitParts, settlementParts];
type Kit = Parameters<NonNullable<ContextParts['consumers']>[number]['handle']>[2];

/** Where the provider is, for jobs that ask it. */
export interface At {
  database: Database;
  masterKey: string;
  origin?: string;
  webhookSecret?: string;
}

/**
 * One round of the periodic job with this name; or, where a consumer has it, all events there are handed to it, those too that it has
 * worked off: what they bring about must be there once however often it hears of them.
 */
export async function jobRound(at: At, name: string): Promise<void> {
  const kit = kitOf(at);
  const job = parts.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name);
  if (job) {
    must('every' in job, 'a periodic job has this name');
    await job.run(kit);
    return;
  }
  const consumer = parts.flatMap(({ consumers = [] }) => consumers).find((one) => one.consumer === name);
  must(consumer, 'a job or a consumer has this name');
  const by = { actor: { kind: 'system', name }, requestId: name } as const;
  await command(at.database, { name, ...by }, async (tx) => {
    const { rows } = await tx.client.query<{ id: string; payload: EventPayload<typeof consumer.event> }>(
      'select id, payload from platform.outbox_event where name = $1 order by id',
      [consumer.event],
    );
    const events = rows.map((row) => ({ ...row, name: consumer.event, requestId: name, occurredAt: tx.now }));
    await consumer.handle(tx, events, kit);
  });
}

/** What contexts inject, made as they make it of the seal, the notices and the till. */
function kitOf({ database, masterKey, origin, webhookSecret }: At): Kit {
  const vault = new Vault(masterKey);
  const services = new Map<unknown, unknown>([
    [DATABASE, database],
    [VAULT, vault],
    [NOTICES, new Notices(vault)],
    [TILL, origin ? tillOf(database, origin, webhookSecret!) : undefined],
  ]);
  for (const provider of parts.flatMap(({ providers = [] }) => providers)) {
    if (!('useFactory' in provider) || services.has(provider.provide)) continue;
    const wanted = (provider.inject ?? []) as unknown[];
    if (wanted.every((token) => services.has(token)))
      services.set(provider.provide, provider.useFactory(...wanted.map((token) => services.get(token))));
  }
  const kit = { database, log: createLog('silent', 'test'), get: (token: unknown) => services.get(token) };
  return kit as unknown as Kit;
}
