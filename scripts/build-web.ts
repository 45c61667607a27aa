// What `npm ci` runs at its end: the web app, built from `web/`, so that the server has it.
import { buildWeb } from '../src/web-build.ts';

await buildWeb();
