// The Python command line `entropy-data`, as its users call it: teams, data products, data contracts, the whole life of
// an access, and the feed of events.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, run, type Check, type Host, type Part, type Ran } from './checks.ts';
import { pythonMissing, pythonProgram } from './python.ts';

type Call = (key: 'asker' | 'decider' | 'administrator', ...args: string[]) => Promise<Ran>;

export const entropyDataCli: Part = {
  title: 'entropy-data 0.3.24 (Python)',
  missing: pythonMissing,
  async run(host, check) {
    const program = await pythonProgram('entropy-data==0.3.24', 'entropy-data');
    const folder = await cacheFolder('files');
    const file = async (name: string, content: unknown) => {
      const path = join(folder, name);
      await writeFile(path, JSON.stringify(content));
      return path;
    };
    const call: Call = (key, ...args) =>
      run(program, args, { env: { ENTROPY_DATA_HOST: host.url, ENTROPY_DATA_API_KEY: host[key] } });
    await catalog(call, file, check);
    await accesses(call, file, check, host);
    await refusals(call, check, host);
  },
};

type File = (name: string, content: unknown) => Promise<string>;

async function catalog(call: Call, file: File, check: Check): Promise<void> {
  const team = {
    id: 'fulfilment',
    name: 'Fulfilment',
    type: 'Team',
    parent: 'commerce',
    members: [{ emailAddress: 'frank@fernlane.example', role: 'Owner' }],
  };
  await check('connection test', () => call('administrator', 'connection', 'test'));
  await check('teams put, get, list', async () => {
    await call('administrator', 'teams', 'put', 'fulfilment', '--file', await file('team.json', team));
    const got = json(await call('asker', '-o', 'json', 'teams', 'get', 'fulfilment'));
    assert.deepEqual(got.members, team.members);
    const ids = json(await call('asker', '-o', 'json', 'teams', 'list')).map((one: { id: string }) => one.id);
    assert.ok(ids.includes('fulfilment') && ids.includes('checkout'));
  });
  const product = {
    dataProductSpecification: '0.0.1',
    id: 'shipments',
    info: { title: 'Shipments', owner: 'checkout' },
    outputPorts: [
      { id: 'daily', name: 'daily', dataContractId: 'shipments-contract' },
      { id: 'open', name: 'open', autoApprove: true },
    ],
    custom: { costCenter: '4711' },
  };
  await check('datacontracts put, get, list, yaml', async () => {
    await call(
      'administrator',
      'datacontracts',
      'put',
      'shipments-contract',
      '--file',
      await file('contract.json', contract),
    );
    assert.equal(
      json(await call('asker', '-o', 'json', 'datacontracts', 'get', 'shipments-contract')).version,
      '1.2.0',
    );
    assert.ok(json(await call('asker', '-o', 'json', 'datacontracts', 'list')).length > 0);
    assert.match(
      (await call('asker', 'datacontracts', 'yaml', 'shipments-contract')).stdout,
      /kind: DataContract/,
    );
  });
  await check('dataproducts put, get, list; given back as sent', async () => {
    const put = await call(
      'administrator',
      'dataproducts',
      'put',
      'shipments',
      '--file',
      await file('product.json', product),
    );
    assert.match(put.stdout + put.stderr, /dataproducts\/shipments/, 'it prints the address of the page');
    assert.deepEqual(json(await call('asker', '-o', 'json', 'dataproducts', 'get', 'shipments')), product);
    assert.ok(json(await call('asker', '-o', 'json', 'dataproducts', 'list')).length > 0);
  });
}

async function accesses(call: Call, file: File, check: Check, host: Host): Promise<void> {
  const get = async (id: string) => json(await call('asker', '-o', 'json', 'access', 'get', id));
  await check('access request waits for the owner', async () => {
    await call(
      'asker',
      'access',
      'request',
      'shipments',
      'daily',
      '--purpose',
      'Plan the week',
      '--consumer-team',
      'analytics',
      '--id',
      'conf-1',
    );
    const { info } = await get('conf-1');
    assert.deepEqual([info.status, info.active], ['requested', false]);
  });
  await check('access approve by the one who asked is refused', async () => {
    await assert.rejects(call('asker', 'access', 'approve', 'conf-1'), /own request|may not decide/i);
  });
  await check('access approve by the owner makes it active', async () => {
    await call('decider', 'access', 'approve', 'conf-1');
    const { info } = await get('conf-1');
    assert.deepEqual([info.status, info.active], ['approved', true]);
  });
  await check('access list shows it', async () => {
    const rows = json(
      await call('asker', '-o', 'json', 'access', 'list', '--provider-dataproduct', 'shipments'),
    );
    assert.deepEqual(
      rows.map((row: { id: string }) => row.id),
      ['conf-1'],
    );
  });
  await check('access put writes a whole object back without deciding anything', async () => {
    const whole = { ...(await get('conf-1')), tags: ['reviewed'] };
    await call('administrator', 'access', 'put', 'conf-1', '--file', await file('access.json', whole));
    const after = await get('conf-1');
    assert.deepEqual([after.tags, after.info.active], [['reviewed'], true]);
  });
  await check('access cancel ends it', async () => {
    await call('decider', 'access', 'cancel', 'conf-1');
    assert.equal((await get('conf-1')).info.active, false);
  });
  await check('a port with autoApprove is granted at once', async () => {
    await call(
      'asker',
      'access',
      'request',
      'shipments',
      'open',
      '--purpose',
      'Look around',
      '--consumer-team',
      'analytics',
      '--id',
      'conf-2',
    );
    assert.equal((await get('conf-2')).info.active, true);
  });
  await check('access reject', async () => {
    await call(
      'asker',
      'access',
      'request',
      'orders',
      'latest',
      '--purpose',
      'Curiosity',
      '--consumer-team',
      'analytics',
      '--id',
      'conf-3',
    );
    await call('decider', 'access', 'reject', 'conf-3');
    assert.equal((await get('conf-3')).info.status, 'rejected');
  });
  await check('access delete', () => call('decider', 'access', 'delete', 'conf-1'));
  await check('events poll tells the whole story in order', async () => {
    const events: { type: string; subject: string }[] = await eventsOf(call, host);
    const story = events
      .filter((event) => event.subject === 'conf-1')
      .map((event) => event.type.replace(/^com\.datamesh-manager\.events\.|Event$/g, ''));
    const expected = [
      'AccessCreated',
      'AccessRequested',
      'AccessUpdated',
      'AccessApproved',
      'AccessActivated',
      'AccessUpdated',
      'AccessCanceled',
      'AccessDeactivated',
      'AccessDeleted',
    ];
    assert.deepEqual(
      story.filter((type) => !type.startsWith('AccessProvision') && !type.startsWith('AccessDeprovision')),
      expected,
    );
  });
}

async function refusals(call: Call, check: Check, host: Host): Promise<void> {
  await check('a wrong key says what existing users know', async () => {
    const wrong = { ...host, asker: 'wrong' };
    const program = await pythonProgram('entropy-data==0.3.24', 'entropy-data');
    await assert.rejects(
      run(program, ['teams', 'list'], {
        env: { ENTROPY_DATA_HOST: wrong.url, ENTROPY_DATA_API_KEY: wrong.asker },
      }),
      /not found or not the expected/i,
    );
  });
  await check('something that does not exist is 404', () =>
    assert.rejects(call('asker', 'access', 'get', 'nothing-here'), /404|no access|not found|No such/i),
  );
}

/** Entries are sealed behind the commit, so the feed may be a moment late. */
async function eventsOf(call: Call, _host: Host): Promise<{ type: string; subject: string }[]> {
  for (let nth = 0; nth < 20; nth++) {
    const events = json(await call('asker', '-o', 'json', 'events', 'poll'));
    if (events.some((event: { type: string }) => event.type.endsWith('AccessDeletedEvent'))) return events;
  }
  throw new Error('the feed never told of the deletion');
}

// Its users print JSON and read it with whatever they have; so do we.
// oxlint-disable-next-line typescript/no-explicit-any
function json(ran: Ran): any {
  return JSON.parse(ran.stdout);
}

export const contract = {
  apiVersion: 'v3.1.0',
  kind: 'DataContract',
  id: 'shipments-contract',
  version: '1.2.0',
  status: 'active',
  name: 'Shipments',
  team: { name: 'checkout' },
  schema: [
    {
      name: 'shipments',
      physicalName: 'shipments',
      properties: [{ name: 'id', logicalType: 'string', physicalType: 'text' }],
    },
  ],
  roles: [
    { role: 'reader', access: 'read' },
    { role: 'writer', access: 'write' },
  ],
};
