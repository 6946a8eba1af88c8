import { createHash } from 'node:crypto';
import { followChain, GENESIS, linkHash, type Link } from './chain';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

function chainOf(...contents: string[]): Link[] {
  let previousHash = GENESIS.hash;
  return contents.map((content, index) => {
    const position = BigInt(index + 1);
    const contentHash = hashOf(content);
    const hash = linkHash(previousHash, position, contentHash);
    const link = { position, contentHash, previousHash, hash };
    previousHash = hash;
    return link;
  });
}

const links = chainOf('a', 'b', 'c', 'd');

test('an honest chain leads to its end, in one piece or in two', () => {
  const end = { position: 4n, hash: links[3]!.hash };
  expect(followChain(GENESIS, links)).toEqual(end);
  const middle = followChain(GENESIS, links.slice(0, 2));
  expect('hash' in middle && followChain(middle, links.slice(2))).toEqual(end);
});

const changed = (index: number, change: Partial<Link>) =>
  links.map((link, at) => (at === index ? { ...link, ...change } : link));

test.each<[string, Link[], bigint]>([
  ['a content edited', changed(1, { contentHash: hashOf('other') }), 2n],
  ['a content edited and its hash redone', rehashed(1), 3n],
  ['an entry taken out of the middle', links.filter((_, index) => index !== 1), 2n],
  ['two entries swapped', [links[0]!, links[2]!, links[1]!, links[3]!], 2n],
  ['an entry put in between', [...links.slice(0, 2), ...chainOf('x'), ...links.slice(2)], 3n],
  ['the first one cut off', links.slice(1), 1n],
])('%s is found', (_, given, broken) => {
  expect(followChain(GENESIS, given)).toEqual({ broken });
});

function rehashed(index: number): Link[] {
  const contentHash = hashOf('other');
  const { previousHash, position } = links[index]!;
  return changed(index, { contentHash, hash: linkHash(previousHash, position, contentHash) });
}
