// Where the program begins. Before anything else is loaded it is told where compiled modules are kept: stripping the
// types of a hundred files takes longer than most commands do. Where nothing can be kept, it is only slower.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../.cache/node', import.meta.url)));

const { runProcess } = await import('./process.ts');
await runProcess();
