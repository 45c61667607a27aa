// The story of the examples, from the first page to the last. It is told to one server with one database, in this order:
// later chapters live on what earlier ones did.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { LogWatch } from '../../src/app/log.ts';
import { hour } from '../../src/core/time.ts';
import { openProvider } from '../oidc/provider.ts';
import { noon, openWorld, type World } from '../world.ts';
import { tellOfAccess } from './access.ts';
import { tellOfCheck } from './check.ts';
import { tellOfCatalog } from './catalog.ts';
import { tellOfHouse, tellOfLog } from './log.ts';
import { tellOfLooking } from './looking.ts';
import { tellOfPeople } from './people.ts';
import { tellOfRover } from './rover.ts';
import { tellOfRoverctl } from './roverctl.ts';
import { signer } from './signer.ts';
import { openSteady } from './steady.ts';
import { tellOfTargets } from './targets.ts';
import { tellTo, type Telling } from './telling.ts';

/** A server that has not heard anything yet. */
export async function openStory(): Promise<World> {
  let world: World | undefined = undefined;
  const watch = looking(() => world!);
  const publicUrl = 'https://countersign.fernlane.example';
  const provider = await openProvider(publicUrl);
  world = await openWorld({
    secretKey: randomBytes(32),
    signer,
    watch,
    publicUrl,
    identityProvider: provider.settings,
    gateway: { issuer: null, clientHeader: { name: 'X-Client-Name', proxies: ['127.0.0.1'] } },
  });
  await world.pool.query('update api_key set created_at = $1', [new Date(noon)]);
  const close = world[Symbol.asyncDispose].bind(world);
  return Object.assign(world, {
    [Symbol.asyncDispose]: async () => {
      await close();
      await provider[Symbol.asyncDispose]();
    },
  });
}

export async function tellAll(world: World): Promise<Telling> {
  const telling = tellTo(world, openSteady());
  const chapters = [
    tellOfPeople,
    tellOfCatalog,
    tellOfAccess,
    tellOfTargets,
    tellOfLog,
    tellOfHouse,
    tellOfLooking,
    tellOfRover,
    tellOfCheck,
    tellOfRoverctl,
  ];
  for (const chapter of chapters) {
    await chapter(telling);
    world.clock.advance(hour);
  }
  return telling;
}

/** Looks once whether the log has grown; whoever waits for more waits until they give up. */
function looking(world: () => World): LogWatch {
  return {
    head: 0,
    beyond: async (position, _timeoutMs, signal) => {
      const { rows } = await world().pool.query<{ position: number }>('select position from log_head');
      if (rows[0]!.position > position) return true;
      if (signal && !signal.aborted) await once(signal, 'abort');
      return false;
    },
  };
}
