// The part of the examination that asks a server: whether it answers, whether it takes work, whether the key is known
// and whose it is, and, for whoever runs the installation, whether targets are as they have to be.
import { demoFolder, readRunning } from '../../src/demo/running.ts';
import { version } from '../../src/version.ts';
import type { Finding } from './finding.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Api, type Schemas } from '../server.ts';
import { settingsFrom, usualUrl, type ServerOptions } from '../settings.ts';

export async function examineServer(options: ServerOptions, io: Io): Promise<Finding[]> {
  const { url: named, apiKey, person, dataDir } = settingsFrom(options, io);
  const url = named ?? (await readRunning(demoFolder(dataDir, io)))?.url ?? usualUrl;
  const [server, isThere] = await examineHealth(url);
  if (!isThere) return [server];
  const ready = await examineReadiness(url);
  if (!apiKey && !person)
    return [
      server,
      ...ready,
      {
        state: 'note',
        what: 'No API key is given, so nothing more can be asked.',
        fix: 'Set COUNTERSIGN_API_KEY, or in the demo add --as dan.',
      },
    ];
  return [server, ...ready, ...(await examineAs(options, io))];
}

async function examineHealth(url: string): Promise<[Finding, boolean]> {
  try {
    const health = (await (await fetch(`${url}/healthz`)).json()) as { version: string };
    const what = `A server answers at ${url}: version ${health.version}.`;
    const isSame = health.version === version;
    return [
      isSame
        ? { state: 'ok', what }
        : {
            state: 'note',
            what: `${what} This program is ${version}.`,
            fix: 'Use the command line of the same release.',
          },
      true,
    ];
  } catch {
    return [
      {
        state: 'note',
        what: `No server answers at ${url}.`,
        fix: 'Start one ("npm start", "countersign serve"), or name another with --url.',
      },
      false,
    ];
  }
}

async function examineReadiness(url: string): Promise<Finding[]> {
  const { obstacles = [] } = (await (await fetch(`${url}/readyz`)).json()) as { obstacles?: string[] };
  if (obstacles.length === 0) return [{ state: 'ok', what: 'It is ready for work.' }];
  return obstacles.map((what) => ({ state: 'wrong', what }));
}

async function examineAs(options: ServerOptions, io: Io): Promise<Finding[]> {
  try {
    const { api } = await openServer(options, io);
    const me = await answerOf(api.GET('/api/me', {}));
    return [
      { state: 'ok', what: whoIs(me) },
      ...(me.administrator || me.type === 'organization-key' ? await examineTargets(api) : []),
    ];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ state: 'wrong', what: error.message, ...(error.fix !== null && { fix: error.fix }) }];
  }
}

function whoIs({ type, name, emailAddress, readOnly, administrator, auditor, teams }: Schemas['Me']): string {
  const who =
    type === 'person'
      ? `${name ?? ''} <${emailAddress ?? ''}>`.trim()
      : type === 'team-key'
        ? `a key of team ${teams[0]?.id ?? ''}`
        : 'an organization key';
  const roles = [
    ...(administrator ? ['administrator'] : []),
    ...(auditor ? ['auditor'] : []),
    ...(readOnly ? ['reads only'] : []),
  ];
  return `The key is known: ${who}${roles.length > 0 ? ` (${roles.join(', ')})` : ''}.`;
}

async function examineTargets(api: Api): Promise<Finding[]> {
  const targets = await answerOf(api.GET('/api/targets', {}));
  if (targets.length === 0)
    return [
      {
        state: 'note',
        what: 'No target is set up, so decisions become real only where other connectors follow the events.',
        fix: 'Apply a document of the kind Target.',
      },
    ];
  const found = await Promise.all(targets.map((target) => examineTarget(api, target)));
  return found.flat();
}

async function examineTarget(api: Api, { id, frozen }: Schemas['Target']): Promise<Finding[]> {
  const params = { path: { id } };
  const { lacks } = await answerOf(api.GET('/api/targets/{id}/check', { params }));
  const alarming = (await answerOf(api.GET('/api/targets/{id}/drift', { params }))).filter(
    (one) => one.alarming,
  );
  const findings: Finding[] = [
    ...(frozen
      ? [
          {
            state: 'wrong',
            what: `Target ${id} is frozen since a restore.`,
            fix: `Look at "countersign targets drift ${id}", then "countersign targets confirm".`,
          } as const,
        ]
      : []),
    ...lacks.map(({ sentence, mend }): Finding => ({
      state: 'wrong',
      what: `Target ${id}: ${sentence}`,
      ...(mend !== undefined && { fix: `Run there: ${mend};` }),
    })),
    ...alarming.map(({ resource }): Finding => ({
      state: 'wrong',
      what: `Target ${id}: ${resource} is not in line, and retrying did not help.`,
      fix: `"countersign targets drift ${id}" tells why.`,
    })),
  ];
  return findings.length > 0 ? findings : [{ state: 'ok', what: `Target ${id} is as it has to be.` }];
}
