import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const inRepo = (path: string) => resolve(import.meta.dirname, path);

/** CommonJS under `"type": "module"`: Electron's preload and the packaged engine want it. */
const asCommonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' } as const;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20',
      // The shell forks engine.cjs as a process of its own, which starts check-thread.cjs; what they share becomes a chunk.
      rolldownOptions: {
        input: {
          shell: inRepo('main/shell/shell.ts'),
          engine: inRepo('main/engine/engine.ts'),
          'check-thread': inRepo('main/engine/db/check-thread.ts'),
        },
        output: asCommonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: { input: { preload: inRepo('preload/preload.ts') }, output: asCommonJs },
    },
  },
  renderer: {
    root: inRepo('renderer'),
    // Served by the shell at orderbud://app/, see main/shell/app-protocol.ts.
    base: './',
    plugins: [react()],
    build: {
      outDir: inRepo('out/renderer'),
      target: 'chrome130',
      minify: true,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: inRepo('renderer/index.html') },
    },
  },
});
