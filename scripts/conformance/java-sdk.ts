// The Java SDK, as connectors use it: a small program registers itself, follows the feed with the SDK's listener, reads
// each access that was activated or deactivated, and writes its provisioning report. It is compiled and run by Maven
// with the SDK from its public repository.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { cacheFolder, has, run, type Host, type Part } from './checks.ts';

const project = new URL('java/', import.meta.url).pathname;

/** Another version, such as one that was built from its public source, can be tried by naming it. */
const version = process.env.ENTROPY_DATA_SDK_VERSION ?? '0.2.1';

/** What Maven says of an artifact that no repository has: the first time, and from its memory of that afterwards. */
const absent =
  /Could not find artifact com\.entropy-data:entropy-data-sdk|com\.entropy-data:entropy-data-sdk:jar:\S+ was not found in/;

export const javaSdk: Part = {
  title: `com.entropy-data:entropy-data-sdk ${version} (Java)`,
  async missing() {
    if (!(await has('javac', '-version'))) return { sentence: 'a JDK is missing', required: true };
    if (!(await has('mvn', '--version'))) return { sentence: 'Maven is missing', required: true };
    return compile().then(
      () => null,
      (error: Error) => {
        if (!absent.test(error.message)) throw error;
        return {
          sentence: `the repositories of Maven do not have version ${version} of the SDK`,
          required: false,
        };
      },
    );
  },
  async run(host, check) {
    const build = await cacheFolder('java');
    const listener = spawn(
      'bash',
      ['-c', `exec java -cp "$(cat ${build}classpath):${build}classes" Listener`],
      {
        env: { ...process.env, HOST: host.url, API_KEY: host.administrator },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const lines = createInterface({ input: listener.stdout })[Symbol.asyncIterator]();
    try {
      await check('the listener registers as a connector', () => until(lines, 'listening'));
      await api(host, 'asker', 'PUT', 'java-1', {
        info: { purpose: 'Follow the feed' },
        provider: { dataProductId: 'orders', outputPortId: 'latest' },
        consumer: { teamId: 'analytics' },
      });
      await check('it hears of an activation and finds the access active', async () => {
        await api(host, 'decider', 'POST', 'java-1/approve');
        await until(lines, 'activated java-1 active=true');
      });
      await check('its report of the grant is there', async () => {
        await until(lines, 'reported java-1');
        const { provisioning } = await api(host, 'asker', 'GET', 'java-1');
        assert.deepEqual([provisioning.status, provisioning.reference], ['provisioned', 'grant-java-1']);
      });
      await check('it hears of a suspension as a deactivation', async () => {
        await api(host, 'decider', 'POST', 'java-1/suspend', { comment: 'A pause' });
        await until(lines, 'deactivated java-1 active=false');
      });
      await check('and of the end', async () => {
        await api(host, 'decider', 'POST', 'java-1/resume');
        await until(lines, 'activated java-1 active=true');
        await api(host, 'decider', 'POST', 'java-1/cancel');
        await until(lines, 'deactivated java-1 active=false');
      });
      await check('its position is kept as the connector’s state', async () => {
        const answer = await fetch(`${host.url}/api/connectors/conformance-listener`, {
          headers: { 'x-api-key': host.administrator },
        });
        const { state } = (await answer.json()) as { state: { lastEventId: string } };
        assert.match(state.lastEventId, /^[0-9a-f-]{36}$/);
      });
    } finally {
      listener.kill();
    }
  },
};

async function compile(): Promise<void> {
  const build = await cacheFolder('java');
  const properties = [
    `-Dconformance.build=${build}`,
    `-Dsdk.version=${version}`,
    `-Dmdep.outputFile=${build}classpath`,
  ];
  await run(
    'mvn',
    [
      '--quiet',
      '--batch-mode',
      '--file',
      `${project}pom.xml`,
      ...properties,
      'compile',
      'dependency:build-classpath',
    ],
    { timeoutMs: 280_000 },
  );
}

/** Reads what the listener prints until it prints this; its own five-second pauses bound how long that takes. */
async function until(lines: AsyncIterator<string>, wanted: string): Promise<void> {
  const deadline = AbortSignal.timeout(60_000);
  const tooLate = new Promise<never>((_, reject) =>
    deadline.addEventListener('abort', () => reject(new Error(`the listener never printed “${wanted}”`))),
  );
  for (;;) {
    const { value, done } = await Promise.race([lines.next(), tooLate]);
    if (done) throw new Error(`the listener ended before it printed “${wanted}”`);
    if (value === wanted) return;
  }
}

// oxlint-disable-next-line typescript/no-explicit-any
async function api(
  host: Host,
  key: 'asker' | 'decider',
  method: string,
  path: string,
  body?: unknown,
): Promise<any> {
  const answer = await fetch(`${host.url}/api/access/${path}`, {
    method,
    headers: { 'x-api-key': host[key], 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
