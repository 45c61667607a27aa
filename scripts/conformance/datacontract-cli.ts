// `datacontract publish`, as data teams have it in their pipelines: it reads a contract from a file, puts it to the
// server that its environment names, and prints the address of the page.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { cacheFolder, run, type Part } from './checks.ts';
import { contract } from './entropy-data-cli.ts';
import { pythonMissing, pythonProgram } from './python.ts';

export const dataContractCli: Part = {
  title: 'datacontract-cli 1.2.8 (Python)',
  missing: pythonMissing,
  async run(host, check) {
    const program = await pythonProgram('datacontract-cli==1.2.8', 'datacontract');
    const path = join(await cacheFolder('files'), 'published.odcs.yaml');
    await writeFile(path, stringify({ ...contract, id: 'published-contract' }));
    await check('publish puts the contract and prints where to see it', async () => {
      const { stdout, stderr } = await run(program, ['publish', path], {
        env: { ENTROPY_DATA_HOST: host.url, ENTROPY_DATA_API_KEY: host.administrator },
      });
      assert.match(stdout + stderr, /published/i);
    });
    await check('the contract is there, as it was published', async () => {
      const answer = await fetch(`${host.url}/api/datacontracts/published-contract`, {
        headers: { 'x-api-key': host.asker },
      });
      const stored = (await answer.json()) as typeof contract;
      assert.deepEqual([stored.version, stored.schema[0]!.name], ['1.2.0', 'shipments']);
    });
  },
};
