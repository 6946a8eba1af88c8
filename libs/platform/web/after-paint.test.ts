import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { AFTER_PAINT, AFTER_PAINT_HASH, scriptsAfterPaint } from './after-paint';

const DOCUMENT =
  '<head><script type="module" crossorigin src="/main.js"></script>' +
  '<link rel="modulepreload" crossorigin href="/a.js"><link rel="icon" href="/seal.svg" /></head><body>page</body>';

/** A window that keeps what is to be done later, and what was asked for. */
function browser(hidden: boolean, names = ['later', 'begin']) {
  const frames: (() => void)[] = [];
  const timers: { act: () => void; ms: number }[] = [];
  const asked: Record<string, unknown>[] = [];
  const window: { begun?: boolean; pressed?: string | null } = {};
  let press = (_: { target: { closest: (selector: string) => string | null } }) => undefined as void;
  runInNewContext(AFTER_PAINT, {
    document: {
      hidden,
      querySelectorAll: () => names.map((name, index) => ({ name, content: `/${index}.js` })),
      createElement: (tag: string) => ({ tag }),
      head: { append: (part: Record<string, unknown>) => asked.push(part) },
    },
    window,
    addEventListener: (_: 'click', listener: typeof press) => (press = listener),
    requestAnimationFrame: (act: () => void) => frames.push(act),
    setTimeout: (act: () => void, ms = 0) => timers.push({ act, ms }),
  });
  const due = (ms: number) => {
    const now = timers.filter((timer) => timer.ms === ms);
    for (const timer of now) timers.splice(timers.indexOf(timer), 1);
    for (const { act } of now) act();
  };
  const click = (inside: string | null) =>
    press({ target: { closest: (selector) => (selector === '#root button' ? inside : '') } });
  return { frames, asked, due, window, click };
}

const BOTH = [
  { tag: 'link', crossOrigin: '', rel: 'modulepreload', href: '/0.js' },
  { tag: 'script', crossOrigin: '', type: 'module', src: '/1.js' },
];

test('a document names its scripts, asks for none, and holds the one that does', () => {
  expect(scriptsAfterPaint(DOCUMENT)).toBe(
    '<head><meta name="begin" content="/main.js" /><meta name="later" content="/a.js" />' +
      `<link rel="icon" href="/seal.svg" /></head><body>page<script>${AFTER_PAINT}</script></body>`,
  );
});

test('the policy knows the script by what stands in the page', () => {
  expect(AFTER_PAINT_HASH).toBe(`'sha256-${createHash('sha256').update(AFTER_PAINT).digest('base64')}'`);
});

test('scripts are asked for after the first picture, and once', () => {
  const { frames, asked, due } = browser(false);
  expect(asked).toEqual([]);
  frames.forEach((act) => act());
  expect(asked).toEqual([]);
  due(0);
  expect(asked).toEqual(BOTH);
  due(1000);
  expect(asked).toEqual(BOTH);
});

test('nobody waits for a picture that does not come: not behind another tab, and nowhere longer than a second', () => {
  expect(browser(true).asked).toEqual(BOTH);
  const { asked, due } = browser(false);
  due(1000);
  expect(asked).toEqual(BOTH);
});

test('many scripts are asked for a few at a time', () => {
  const { asked, due } = browser(
    true,
    Array.from({ length: 11 }, () => 'later'),
  );
  expect(asked).toHaveLength(5);
  due(0);
  expect(asked).toHaveLength(10);
  due(0);
  expect(asked).toHaveLength(11);
});

test('the button that was pressed last is remembered until the program hears presses itself', () => {
  const { window, click } = browser(false);
  for (const button of ['add', 'filter']) click(button);
  expect(window.pressed).toBe('filter');
  click(null);
  expect(window.pressed).toBeNull();
  click('add');
  window.begun = true;
  click('filter');
  expect(window.pressed).toBe('add');
});
