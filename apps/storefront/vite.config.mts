import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
// eslint-disable-next-line @nx/enforce-module-boundaries, xihuo/door -- a build tool shared by the web apps; no part of them
import { alongside } from '../../libs/ui/build/alongside.mjs';
// eslint-disable-next-line @nx/enforce-module-boundaries, xihuo/door -- likewise
import { budget } from '../../libs/ui/build/budget.mjs';
// eslint-disable-next-line @nx/enforce-module-boundaries, xihuo/door -- likewise
import { localeCheck } from '../../libs/ui/build/locale-check.mjs';
// eslint-disable-next-line @nx/enforce-module-boundaries, xihuo/door -- likewise
import { precompress } from '../../libs/ui/build/precompress.mjs';

// Vite gives a config file its own __dirname.
const path = (relative: string) => join(__dirname, relative);
const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

/** The farm households' pages and a lot's are documents of their own; in production the api knows, here the dev server must. */
const documents: Plugin = {
  name: 'documents',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/farmer\/?(\?|$)/.test(request.url ?? '')) request.url = '/farmer.html';
      else if (/^\/lots\/[^/?]+\/?(\?|$)/.test(request.url ?? '')) request.url = '/lot.html';
      next();
    });
  },
};

/** The document of the shop, and what its script asks for at once. */
const shop = ['storefront/index.html', 'storefront/shop.tsx'];

export default defineConfig({
  root: path('.'),
  base: '/',
  cacheDir: path('../../node_modules/.vite/storefront'),
  plugins: [
    react(),
    tailwindcss(),
    documents,
    budget(
      [
        {
          name: 'home',
          modules: [...shop, 'catalogue/home-page.tsx', 'zh-CN/home.ts'],
          maxKilobytes: 180,
        },
        { name: 'list', modules: [...shop, 'catalogue/products-page.tsx'], maxKilobytes: 180 },
        {
          name: 'product',
          modules: [...shop, 'catalogue/product-page.tsx', 'zh-CN/product.ts'],
          maxKilobytes: 180,
        },
        {
          name: 'checkout',
          modules: [...shop, 'ordering/checkout-page.tsx', 'zh-CN/ordering.ts', 'zh-CN/prices.ts'],
          maxKilobytes: 200,
        },
        { name: 'lot', modules: ['storefront/lot.html', 'zh-CN/proof.ts'], maxKilobytes: 110 },
        { name: 'farmer', modules: ['storefront/farmer.html'], maxKilobytes: 110 },
      ],
      path('weights.json'),
    ),
    alongside({ 'index.html': 'storefront/shop.tsx' }),
    localeCheck(),
    precompress(),
    // The two languages the shop speaks; React Aria would bring thirty.
    { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' as const },
  ],
  resolve: {
    alias: [{ find: /^@xihuo\/([a-z]+)$/, replacement: path('../../libs/$1/index.ts') }],
  },
  build: {
    // As files in both builds: a picture in the script and a picture in the page would not be the same address.
    assetsInlineLimit: 0,
    outDir: path('../../dist/storefront'),
    emptyOutDir: true,
    // As old as the styles go: Tailwind 4 asks for these. The browser within WeChat is of that age on phones some years old.
    target: ['chrome111', 'safari16.4', 'firefox128'],
    // Own requests only: the polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: { input: [path('index.html'), path('farmer.html'), path('lot.html')] },
  },
  server: {
    port: 5173,
    strictPort: false,
    proxy: { '/api': api, '/health': api },
  },
});
