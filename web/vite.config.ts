// How the app is built: into files with hashed names under /assets, and one page with gaps that the server fills for
// every answer (src/adapters/http/routes/web.ts). `npm run dev:web` serves the sources instead, with every call going
// to a running server, which is the demo on its usual port unless COUNTERSIGN_URL names another.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.COUNTERSIGN_URL ?? 'http://localhost:8700';

export default defineConfig({
  plugins: [react(), gapsWhileDeveloping()],
  html: { cspNonce: '{{nonce}}' },
  build: {
    target: 'es2022',
    // An address of data would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
  server: {
    port: 8701,
    // The host name stays that of the browser: a write from another origin would be refused.
    proxy: Object.fromEntries(
      ['/api', '/demo', '/docs', '/openapi.json'].map((path) => [
        path,
        { target: server, changeOrigin: false },
      ]),
    ),
  },
});

/** What the server puts into the page, for pages that Vite serves. */
function gapsWhileDeveloping(): Plugin {
  return {
    name: 'gaps-while-developing',
    apply: 'serve',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replaceAll('{{nonce}}', '').replace('{{facts}}', '{"version":"dev","demo":true}'),
    },
  };
}
