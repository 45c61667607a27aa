// npm run conformance: the clients that people already run for Entropy Data and for Rover files, driven against a fresh
// server, unchanged; installed from their public registries where they are on one. Two keys are used, one that asks and one that decides, beside the
// organization's for what administrators do. Downloads are kept in .cache/conformance, so a second run installs nothing.
// Where Python or Java is missing it says so; only in CI is that a failure.
import { openSetting } from '../../bench/setting.ts';
import { tokenOf } from '../../test/cast.ts';
import { checks, type Part } from './checks.ts';
import { dataContractCli } from './datacontract-cli.ts';
import { entropyDataCli } from './entropy-data-cli.ts';
import { javaSdk } from './java-sdk.ts';
import { roverctl } from './roverctl.ts';

await using setting = await openSetting();
await using server = await setting.startServer();
const host = {
  url: server.url,
  asker: tokenOf('analytics-key'),
  decider: tokenOf('checkout-key'),
  administrator: tokenOf('organization'),
};

const parts: Part[] = [entropyDataCli, dataContractCli, javaSdk, roverctl];
const { check, passed, failed } = checks();
for (const part of parts) {
  console.log(`\n${part.title}`);
  const missing = await part.missing();
  if (missing === null) await part.run(host, check);
  else if (missing.required && process.env.CI)
    await check(missing.sentence, () => Promise.reject(new Error('CI has to have it')));
  else console.log(`  – ${missing.sentence}: not tried`);
}
console.log(`\n${passed()} passed, ${failed()} failed`);
process.exitCode = failed() > 0 ? 1 : 0;
