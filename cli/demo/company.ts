// The company Fernlane, founded through the API as any company would be: its files are applied with a key, and then its
// people do what people do, each with a key of their own. Nothing here reaches behind the API, so a demo that looks
// right is also a small proof that the API can do it.
import { fileURLToPath } from 'node:url';
import { readYamlFile } from '../../src/adapters/documents/yaml-file.ts';
import { shopDatabase, shopUser } from '../../src/demo/shop.ts';
import type { RunningDemo } from '../../src/demo/start.ts';
import { carryOut } from '../apply/carry-out.ts';
import { readDocuments } from '../apply/files.ts';
import { planFor } from '../apply/plan.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Api } from '../server.ts';

const files = fileURLToPath(new URL('../../demo/fernlane', import.meta.url));

export async function foundCompany(demo: RunningDemo, key: string, folder: string, io: Io): Promise<void> {
  const server = await openServer({ url: demo.url, apiKey: key }, io);
  const documents = [...(await readDocuments([files], io)), ...targetDocuments(demo)];
  await carryOut(await planFor(documents, server, io), server);
  await namePeople(server.api);
  await liveALittle(demo, folder, io);
}

/** The database may answer at another place than the last time. */
export async function moveTarget(demo: RunningDemo, key: string, io: Io): Promise<void> {
  const server = await openServer({ url: demo.url, apiKey: key }, io);
  await carryOut(await planFor(targetDocuments(demo), server, io), server);
}

function targetDocuments({ socketDir }: RunningDemo) {
  const document = {
    kind: 'Target',
    id: 'shop',
    connector: 'postgresql',
    name: 'The shop’s database',
    owner: 'platform',
    settings: {
      host: socketDir,
      database: shopDatabase,
      user: shopUser,
      // Everybody at Fernlane has an address there, so the part before the @ names them.
      consumers: { person: '{local}' },
    },
  };
  return readYamlFile(JSON.stringify(document), 'the target of the demo').documents;
}

async function namePeople(api: Api): Promise<void> {
  const members = await answerOf(api.GET('/api/organization/members', {}));
  for (const { emailAddress } of members) {
    const short = emailAddress.split('@')[0]!;
    const body = { name: `${short[0]!.toUpperCase()}${short.slice(1)}` };
    await answerOf(
      api.PUT('/api/organization/members/{emailAddress}', { params: { path: { emailAddress } }, body }),
    );
  }
  const path = { emailAddress: 'ivy@fernlane.example' };
  await answerOf(
    api.PUT('/api/organization/members/{emailAddress}', {
      params: { path },
      body: { name: 'Ivy', auditor: true },
    }),
  );
}

/** What has happened before somebody looks at the demo for the first time. */
async function liveALittle(demo: RunningDemo, dataDir: string, io: Io): Promise<void> {
  const as = async (person: string) => (await openServer({ url: demo.url, as: person, dataDir }, io)).api;
  const [judy, carol, frank, oscar, eve, bob] = await Promise.all(
    ['judy', 'carol', 'frank', 'oscar', 'eve', 'bob'].map(as),
  );
  await ask(
    judy!,
    'basket-model',
    'orders/orders-latest',
    { dataProductId: 'recommendations' },
    'Learn what people buy together',
    '90d',
  );
  await decide(carol!, 'approve', 'basket-model', 'Aggregates only, please.');
  await ask(frank!, 'parcel-planning', 'order-placed', { teamId: 'fulfilment' }, 'Plan tomorrow’s parcels');
  await ask(
    eve!,
    'reseller-fees',
    'payments/payments-ledger',
    { teamId: 'partner-desk' },
    'Check the fees of resellers',
    '7d',
  );
  await decide(bob!, 'reject', 'reseller-fees', 'Resellers get statements; nobody outside needs the ledger.');
  await ask(
    oscar!,
    'where-is-my-order',
    'checkout-api',
    { teamId: 'customer-care' },
    'Tell callers where their order is',
    '90d',
    ['orders:read'],
  );
}

async function ask(
  api: Api,
  id: string,
  resource: string,
  consumer: { teamId?: string; dataProductId?: string },
  purpose: string,
  duration?: string,
  roles?: string[],
): Promise<void> {
  const body = {
    id,
    resource,
    consumer,
    purpose,
    ...(duration !== undefined && { duration }),
    ...(roles && { roles }),
  };
  await answerOf(api.POST('/api/access', { body }));
}

async function decide(api: Api, verdict: 'approve' | 'reject', id: string, comment: string): Promise<void> {
  const call = { params: { path: { id } }, body: { comment } };
  await answerOf(
    verdict === 'approve'
      ? api.POST('/api/access/{id}/approve', call)
      : api.POST('/api/access/{id}/reject', call),
  );
}
