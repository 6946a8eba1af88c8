import { fill, headOf } from './document';

const site = {
  ...{ origin: 'https://xihuo.example', site: '西货', locale: 'zh-CN' as const },
  ...{ description: '每一元都查得到', picture: '/assets/share.png' },
};

test('what a page says of itself stands in its head, and nothing in it can end it', () => {
  const head = headOf(
    {
      title: '“苹果” <b> & 梨 · 西货',
      ...{ description: '皮"薄', path: '/p/ping-guo', image: '/files/a.jpg', kind: 'product' },
      items: [
        { '@type': 'Product', name: '</script><script>alert(1)</script>', url: 'https://xihuo.example/p/ping-guo' },
      ],
    },
    site,
  );
  expect(head).toContain('<title>“苹果” &lt;b&gt; &amp; 梨 · 西货</title>');
  expect(head).toContain('<meta name="description" content="皮&quot;薄" data-usual="每一元都查得到" />');
  expect(head).toContain('<link rel="canonical" href="https://xihuo.example/p/ping-guo" />');
  expect(head).toContain('<meta property="og:type" content="product" />');
  expect(head).toContain('<meta property="og:image" content="https://xihuo.example/files/a.jpg" />');
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(head)?.[1];
  expect(JSON.parse(data!)).toMatchObject({
    '@context': 'https://schema.org',
    name: '</script><script>alert(1)</script>',
    url: 'https://xihuo.example/p/ping-guo',
  });
});

test('a page without a description or picture has those of the site', () => {
  const head = headOf({ title: '西货', items: [], unlisted: true }, { ...site, locale: 'en' });
  expect(head).toContain('<meta name="description" content="每一元都查得到" data-usual="每一元都查得到" />');
  expect(head).toContain('<meta property="og:image" content="https://xihuo.example/assets/share.png" />');
  expect(head).toContain('<meta property="og:locale" content="en_GB" />');
  expect(head).not.toContain('canonical');
  expect(head).toContain('<meta name="robots" content="noindex, follow" />');
});

const template = `<html lang="zh-CN">
  <meta name="description" content="每一元都查得到" />
  <meta property="og:image" content="/assets/share.png" />
  <!--head-->
  <title>西货</title>
  <div id="root"><!--page--></div>
  <!--kept-->`;

test('the page, its head and what it read take their places, whatever signs they hold', () => {
  const html = fill(template, {
    locale: 'en',
    elder: true,
    head: '<title>$& $1</title>',
    page: "<p>$' $$</p>",
    kept: { a: '</script>' },
  });
  expect(html).toContain('<html lang="en" data-elder>');
  expect(html.match(/<title>/g)).toHaveLength(1);
  expect(html).toContain('<title>$& $1</title>');
  expect(html).toContain(`<div id="root"><p>$' $$</p></div>`);
  expect(html).not.toContain('og:image');
  const kept = /<script type="application\/json" id="kept">(.*?)<\/script>/.exec(html)?.[1];
  expect(JSON.parse(kept!)).toEqual({ a: '</script>' });
});

test('a long description is cut by signs, not within one', () => {
  const head = headOf({ title: '西货', items: [], description: '𰻝'.repeat(200) }, site);
  expect(head).toContain(`content="${'𰻝'.repeat(159)}…"`);
});

test('a frame leaves the head of its document, and says that it is one', () => {
  const html = fill(template, {
    locale: 'zh-CN',
    elder: false,
    page: '<main></main>',
    kept: {},
    scripts: '<meta name="later" />',
  });
  expect(html).toContain('<title>西货</title>');
  expect(html).toContain('<meta name="later" />');
  expect(html).toContain('og:image');
  expect(html).toContain('<div id="root"><main></main></div>');
  expect(html).toContain('<script type="application/json" id="kept" data-frame>{}</script>');
});
