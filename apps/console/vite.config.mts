import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';
// eslint-disable-next-line @nx/enforce-module-boundaries, xihuo/door -- a build tool shared by the web apps; no part of them
import { budget } from '../../libs/ui/build/budget.mjs';

// Vite gives a config file its own __dirname.
const path = (relative: string) => join(__dirname, relative);
const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: path('.'),
  base: '/console/',
  cacheDir: path('../../node_modules/.vite/console'),
  plugins: [
    react(),
    tailwindcss(),
    budget(
      [{ name: 'home', modules: ['console/index.html', 'home/home-page.tsx'], maxKilobytes: 300 }],
      path('weights.json'),
    ),
    // The two languages the console speaks; React Aria would bring thirty.
    { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' as const },
  ],
  resolve: {
    alias: [{ find: /^@xihuo\/([a-z]+)$/, replacement: path('../../libs/$1/index.ts') }],
  },
  build: {
    outDir: path('../../dist/console'),
    emptyOutDir: true,
    // As old as the styles go: Tailwind 4 asks for these. The browser within WeChat is of that age on phones some years old.
    target: ['chrome111', 'safari16.4', 'firefox128'],
    // Own requests only: the polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: {
    port: 5174,
    strictPort: false,
    proxy: { '/api': api, '/health': api },
  },
});
