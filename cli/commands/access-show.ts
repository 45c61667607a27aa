// `countersign access show`: one agreement on one screen. From top to bottom in the order in which people ask: what is
// it, how does it stand, whose turn is it, is it real, how did it come to this, what can I do.
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { openServer } from '../server.ts';
import type { ServerOptions } from '../settings.ts';
import { accessPage } from '../show/access-page.ts';
import { readHistory } from './access-history.ts';
import { readAccess } from './after.ts';

export async function showAccess(id: string, options: ServerOptions, io: Io): Promise<ExitCode> {
  const { api } = await openServer(options, io);
  const access = await readAccess(api, id);
  if (options.json) io.out(`${JSON.stringify(access, null, 2)}\n`);
  else io.out(accessPage(access, await readHistory(api, id), io));
  return exitCodes.done;
}
