import { statement } from '../database/statement';

export const sealAudit = statement<{ sealed: number }>(
  'platform.seal_audit',
  'select platform.seal_audit($1) as sealed',
);

export interface CheckpointRow {
  position: bigint;
  head_hash: Buffer;
  entries: number;
  sealed_at: Date;
}

export const listCheckpoints = statement<CheckpointRow>(
  'platform.list_checkpoints',
  `select position, head_hash, entries, sealed_at from platform.audit_checkpoint
    where $1::bigint is null or position < $1 order by position desc limit $2`,
);

export interface LinkRow {
  position: bigint;
  entry_id: string;
  content_hash: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
  sealed_at: Date;
}

export const listLinks = statement<LinkRow>(
  'platform.list_links',
  `select position, entry_id, content_hash, previous_hash, hash, sealed_at from platform.audit_chain
    where position > $1 order by position limit $2`,
);

/** What of the contents does not fit the chain: changed since sealing. Erased ones are absent and counted apart. */
export const compareContents = statement<{ changed: string[]; erased: number }>(
  'platform.compare_contents',
  `select coalesce(array_agg(link.position::text order by link.position)
            filter (where content.entry_id is not null
                      and sha256(content.salt || convert_to(content.content, 'UTF8')) <> link.content_hash), '{}') as changed,
          (count(*) filter (where content.entry_id is null))::integer as erased
     from platform.audit_chain link left join platform.audit_content content on content.entry_id = link.entry_id
    where link.position > $1 and link.position <= $2`,
);

export const readHead = statement<{
  position: bigint;
  hash: Buffer;
  checkpoint: bigint | null;
  checkpoint_hash: Buffer | null;
}>(
  'platform.read_head',
  `select head.position, head.hash, last.position as checkpoint, last.head_hash as checkpoint_hash
     from platform.audit_head head
     left join lateral (select position, head_hash from platform.audit_checkpoint order by position desc limit 1) last on true`,
);
