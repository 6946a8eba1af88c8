import type { Database } from '../database/database';
import { compareContents, listLinks, readHead, type LinkRow } from './audit.sql';
import { followChain, GENESIS, type Link, type Place } from './chain';

export interface AuditVerdict {
  readonly ok: boolean;
  readonly entries: bigint;
  /** Contents that were erased on request: their hashes still stand. */
  readonly erased: number;
  /** One sentence a fault. */
  readonly faults: readonly string[];
}

const PAGE = 5_000;

/**
 * Recomputes the whole chain, holds the contents against it, and its end against head, last checkpoint and, where one is
 * given, a checkpoint somebody kept elsewhere: that alone shows a chain that was rewritten or cut as a whole.
 */
export async function verifyAudit(database: Database, kept?: Place): Promise<AuditVerdict> {
  const faults: string[] = [];
  let place: Place = GENESIS;
  let erased = 0;
  let keptSeen = kept === undefined || kept.position === 0n;
  for (;;) {
    const links = (await database.read(listLinks, [place.position, PAGE])).map(linkOf);
    if (links.length === 0) break;
    const [contents] = await database.read(compareContents, [place.position, links.at(-1)!.position]);
    faults.push(...contents!.changed.map((position) => `the content of entry ${position} was changed`));
    erased += contents!.erased;
    const same = links.find((link) => link.position === kept?.position);
    if (same) keptSeen = same.hash.equals(kept!.hash);

    const end = followChain(place, links);
    if ('broken' in end) {
      faults.push(`the chain is broken at position ${end.broken}`);
      return { ok: false, entries: place.position, erased, faults };
    }
    place = end;
  }
  const [head] = await database.read(readHead);
  if (head!.position !== place.position || !head!.hash.equals(place.hash))
    faults.push('the chain does not end where its head says');
  if ((head!.checkpoint ?? 0n) !== place.position || !(head!.checkpoint_hash ?? GENESIS.hash).equals(place.hash)) {
    faults.push('the chain does not end at its last checkpoint');
  }
  if (!keptSeen) faults.push('the chain is not the one of which a checkpoint was kept');
  return { ok: faults.length === 0, entries: place.position, erased, faults };
}

function linkOf(row: LinkRow): Link {
  return { position: row.position, contentHash: row.content_hash, previousHash: row.previous_hash, hash: row.hash };
}
