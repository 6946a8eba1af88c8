import { createHash } from 'node:crypto';

/**
 * The one script that stands in a drawn page. The page can be read without any, so what brings it to life is asked for when it has
 * been painted: what comes over a thin line and is compiled on a slow phone holds up neither the words nor the pictures. Who
 * opens a page in a tab behind this one is shown no picture to wait for; and one second is the longest that anybody waits.
 * A few at a time: asking for thirty files held up a phone for a fifth of a second.
 * Until the program takes the page over, the button that was pressed last is remembered for it (`pressed`): it says by `begun` that
 * it hears presses itself (apps/storefront/serving/pressed.tsx).
 */
export const AFTER_PAINT = `{
  const parts = [...document.querySelectorAll('meta[name="later"], meta[name="begin"]')];
  const ask = () => {
    for (const { name, content } of parts.splice(0, 5)) {
      const part = document.createElement(name === 'later' ? 'link' : 'script');
      part.crossOrigin = '';
      if (name === 'later') Object.assign(part, { rel: 'modulepreload', href: content });
      else Object.assign(part, { type: 'module', src: content });
      document.head.append(part);
    }
    if (parts.length > 0) setTimeout(ask);
  };
  addEventListener(
    'click',
    ({ target }) => {
      if (!window.begun) window.pressed = target.closest('#root button');
    },
    true,
  );
  if (document.hidden) ask();
  else {
    requestAnimationFrame(() => setTimeout(ask));
    setTimeout(ask, 1000);
  }
}`.replace(/\s+/g, ' ');

/** What the content security policy calls it by. */
export const AFTER_PAINT_HASH = `'sha256-${createHash('sha256').update(AFTER_PAINT).digest('base64')}'`;

/** A document whose scripts are named and not yet asked for: those it needs beside (`later`) and the one that begins. */
export function scriptsAfterPaint(html: string): string {
  return html
    .replace(/<link rel="modulepreload"[^>]* href="([^"]+)"[^>]*>/g, '<meta name="later" content="$1" />')
    .replace(/<script type="module"[^>]* src="([^"]+)"><\/script>/g, '<meta name="begin" content="$1" />')
    .replace('</body>', () => `<script>${AFTER_PAINT}</script></body>`);
}
