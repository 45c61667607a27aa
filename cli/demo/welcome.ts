// What the demo says when it is ready: where it is, who is in it, and five commands that show what it is for.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoFolder } from '../../src/demo/running.ts';
import { refusal } from '../failure.ts';
import type { Io } from '../io.ts';
import { painter, type Paint } from '../show/paint.ts';

interface Person {
  readonly person: string;
  readonly administrator: boolean;
  readonly auditor: boolean;
  readonly teams: readonly { readonly id: string; readonly role: string }[];
}

export async function welcomeText(
  url: string,
  token: string | null,
  folder: string,
  io: Io,
): Promise<string> {
  const answer = await fetch(`${url}/demo/people`);
  const body: unknown = await answer.json();
  if (!answer.ok) throw refusal(answer.status, url, body);
  const paint = painter(io.color);
  const command = commandFrom(io.folder);
  return [
    '',
    `${paint('bold', 'Countersign')} is running with the online shop ${paint('bold', 'Fernlane')} in it. Everything there is made up.`,
    '',
    `  ${paint(['bold', 'cyan'], url)}   API reference at ${url}/docs`,
    ...(token === null ? [] : [`  token to sign in: ${paint('bold', token)}`]),
    '',
    paint('bold', 'People'),
    ...(body as Person[])
      .toSorted((one, other) => one.person.localeCompare(other.person))
      .map((person) => personLine(person, paint)),
    '',
    `${paint('bold', 'Five commands')}, to be typed in another terminal`,
    ...elsewhere(folder, io).map((line) => `  ${paint('cyan', line)}`),
    ...tour(command).map(([line, what]) => `  ${paint('cyan', line)}\n      ${paint('dim', what)}`),
    '',
    token === null
      ? paint('dim', 'Every user of this machine can get in; --token closes the door.')
      : paint('dim', 'Only who knows the token gets in.'),
    paint(
      'dim',
      `Ctrl-C stops it. The data stays in ${nearest(folder, io.folder)}; "${command} demo reset" clears it.`,
    ),
    '',
    '',
  ].join('\n');
}

function personLine({ person, administrator, auditor, teams }: Person, paint: Paint): string {
  const roles = teams.map(({ id, role }) => `${role.toLowerCase()} of ${id}`);
  const house = [
    ...(administrator ? ['runs Countersign'] : []),
    ...(auditor ? ['audits: reads everything, changes nothing'] : []),
  ];
  return `  ${paint('bold', person.padEnd(6))}  ${[...roles, ...house].join('; ')}`;
}

function tour(command: string): [line: string, what: string][] {
  const query = `${command} demo query --as alice "select status, count(*) from orders.orders group by status order by status"`;
  return [
    [
      `${command} access request orders/orders-latest --purpose "Weekly revenue" --duration 30d --id revenue --as alice`,
      'Alice of analytics asks for the orders of checkout.',
    ],
    [query, 'Her role in the shop’s database may not read them yet.'],
    [`${command} access approve revenue --as bob`, 'Bob owns them, and agrees.'],
    [query, 'Now she may.'],
    [`${command} access show revenue --as alice`, 'The whole story. The README goes on from here.'],
  ];
}

/** A demo in another folder than usual is found by the command line when it is told where. */
function elsewhere(folder: string, io: Io): string[] {
  return folder === demoFolder(null, io) ? [] : [`export COUNTERSIGN_DEMO_DIR=${folder}`];
}

function nearest(path: string, from: string): string {
  const near = relative(from, path);
  return near === '' || near.startsWith('..') ? path : near;
}

/** As it has to be typed where the demo was started. */
function commandFrom(folder: string): string {
  const program = fileURLToPath(new URL('../../countersign', import.meta.url));
  const near = nearest(program, folder);
  return near.includes('/') ? near : `./${near}`;
}
