import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

type Planted = { file: string; expected: string[]; rules: string[] };

const planted: Planted[] = JSON.parse(
  execFileSync(process.execPath, [join(__dirname, 'lint-planted.mjs')], {
    encoding: 'utf8',
    timeout: 60_000,
  }),
);

describe('the fences bite: every planted violation fails lint, by the rule meant for it', () => {
  it.each(planted)('$file', ({ expected, rules }) => {
    expect(expected).not.toEqual(['']);
    expect(rules).toEqual(expected);
  });

  it('covers the layer, the door and the direction inside a context', () => {
    const bitten = new Set(planted.flatMap(({ rules }) => rules));
    expect([...bitten]).toEqual(
      expect.arrayContaining(['@nx/enforce-module-boundaries', 'xihuo/door', 'xihuo/inside']),
    );
  });
});
