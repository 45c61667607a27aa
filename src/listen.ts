// Beginning and ending to take calls, for every process that does.
import type { Server } from './adapters/http/server.ts';
import type { Config } from './config.ts';

/** @throws Error with one sentence when the port is taken. */
export async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken by another program. Set PORT to one that is free.`, {
      cause: error,
    });
  }
}

const patienceMs = 10_000;

/** Calls under way are finished; whoever is not done after a while is cut off. */
export async function closeServer(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.server.closeAllConnections(), patienceMs);
  await server.close();
  clearTimeout(impatient);
}
