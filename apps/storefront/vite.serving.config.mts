import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';

// Vite gives a config file its own __dirname.
const path = (relative: string) => join(__dirname, relative);

/** The same pages as one file for servers, which draw the first view: everything in it, since a server has no bundler of its own. */
export default defineConfig({
  root: path('.'),
  base: '/',
  publicDir: false,
  plugins: [react()],
  cacheDir: path('../../node_modules/.vite/storefront-serving'),
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  resolve: {
    alias: [{ find: /^@xihuo\/([a-z]+)$/, replacement: path('../../libs/$1/index.ts') }],
  },
  ssr: { noExternal: true, target: 'node' },
  build: {
    assetsInlineLimit: 0,
    ssr: path('serving/serving.tsx'),
    outDir: path('../../dist/storefront-serving'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'serving.cjs', codeSplitting: false } },
  },
});
