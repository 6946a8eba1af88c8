import { createHash } from 'node:crypto';
import { hold } from './read.mjs';

/**
 * The chain of the audit log: each hash follows from the one before, and it passes through every published checkpoint and through those
 * that somebody kept elsewhere, which alone show a chain that was written anew as a whole.
 * @param {import('./read.mjs').Folder} folder
 * @param {ReadonlyMap<string, string>} kept hash by position
 */
export async function chain(folder, kept) {
  const points = new Map(kept);
  for await (const { position, headHash } of folder.rows('audit-checkpoints')) {
    const known = points.get(position);
    hold(
      !known || known === headHash,
      () => `the checkpoint at ${position} is not the one that was kept`,
      () => `第 ${position} 条的检查点与另存的不同`,
    );
    points.set(position, headHash);
  }
  let position = 0n;
  let previous = Buffer.alloc(32);
  for await (const link of folder.rows('audit-chain')) {
    position += 1n;
    const place = Buffer.alloc(8);
    place.writeBigInt64BE(position);
    const hash = createHash('sha256')
      .update(previous)
      .update(place)
      .update(Buffer.from(link.contentHash, 'hex'))
      .digest();
    hold(
      BigInt(link.position) === position &&
        link.previousHash === previous.toString('hex') &&
        link.hash === hash.toString('hex'),
      () => `the audit chain is broken at entry ${position}`,
      () => `审计链在第 ${position} 条断开`,
    );
    const point = points.get(link.position);
    hold(
      !point || point === link.hash,
      () => `the audit chain does not pass through the checkpoint at ${position}`,
      () => `审计链没有经过第 ${position} 条的检查点`,
    );
    points.delete(link.position);
    previous = hash;
  }
  const [missing] = points.keys();
  hold(
    missing === undefined,
    () => `the audit chain ends at ${position}, before the checkpoint at ${missing}`,
    () => `审计链止于第 ${position} 条，未到第 ${missing} 条的检查点`,
  );
  return position;
}
