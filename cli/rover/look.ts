// `countersign rover status`, `info` and `renew`: how a Rover file stands, everything about it, and asking for more time.
import { stringify } from 'yaml';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Api, type Schemas } from '../server.ts';
import { painter, plain, printable } from '../show/paint.ts';
import { roverText } from '../show/rover.ts';
import { moment, zoneAt } from '../show/times.ts';
import { actorWords, type Access } from '../show/words.ts';
import { codeOf, idsOf, type FileOptions } from './act.ts';

type RoverFile = Schemas['RoverWithDocument'];

export async function showStatus(ids: readonly string[], options: FileOptions, io: Io): Promise<ExitCode> {
  const server = await openServer(options, io);
  const rovers: RoverFile[] = [];
  for (const id of await idsOf(ids, options, server, io)) rovers.push(await read(server.api, id));
  if (options.json) io.out(`${JSON.stringify({ rovers }, null, 2)}\n`);
  else for (const rover of rovers) io.out(roverText(rover, 'status', painter(io.color)));
  return codeOf(rovers);
}

export async function showInfo(ids: readonly string[], options: FileOptions, io: Io): Promise<ExitCode> {
  const server = await openServer(options, io);
  const infos: { rover: RoverFile; agreements: Access[] }[] = [];
  for (const id of await idsOf(ids, options, server, io)) {
    const rover = await read(server.api, id);
    const agreements: Access[] = [];
    for (const { access } of rover.subscriptions)
      if (access) agreements.push(await accessAt(server.api, access.id));
    infos.push({ rover, agreements });
  }
  if (options.json) io.out(`${JSON.stringify({ infos }, null, 2)}\n`);
  else for (const info of infos) io.out(infoText(info.rover, info.agreements, io));
  return exitCodes.done;
}

export async function renew(ids: readonly string[], options: FileOptions, io: Io): Promise<ExitCode> {
  const server = await openServer(options, io);
  const answers: Schemas['RoverRenewed'][] = [];
  for (const id of await idsOf(ids, options, server, io))
    answers.push(await answerOf(server.api.POST('/api/rovers/{id}/renew', { params: { path: { id } } })));
  if (options.json) io.out(`${JSON.stringify({ rovers: answers }, null, 2)}\n`);
  else for (const answer of answers) io.out(renewedText(answer, io));
  const isRefused = answers.some(({ renewed }) => renewed.some(({ asked }) => !asked));
  return isRefused ? exitCodes.refused : codeOf(answers.map(({ rover }) => rover));
}

function renewedText({ renewed, rover }: Schemas['RoverRenewed'], io: Io): string {
  const refused = renewed.filter(({ problem }) => problem !== undefined);
  const asked = renewed.length - refused.length;
  return [
    renewed.length === 0
      ? 'Nothing has expired or ends within thirty days.\n'
      : `Asked for more time: ${asked} of ${renewed.length}.\n`,
    ...refused.map(({ name, problem }) => `  ${plain(name)}: ${plain(problem!.detail)}\n`),
    roverText(rover, 'status', painter(io.color)),
  ].join('');
}

async function read(api: Api, id: string): Promise<RoverFile> {
  return answerOf(api.GET('/api/rovers/{id}', { params: { path: { id } } }));
}

async function accessAt(api: Api, id: string): Promise<Access> {
  return answerOf(api.GET('/api/access/{id}', { params: { path: { id } } }));
}

function infoText(rover: RoverFile, agreements: readonly Access[], io: Io): string {
  const paint = painter(io.color);
  const { document, appliedAt } = rover;
  return [
    roverText(rover, 'status', paint),
    `Applied ${moment(appliedAt)} ${zoneAt(appliedAt)} for team ${plain(rover.team)}.\n`,
    ...agreements.map((access) => `\n${agreementText(access)}`),
    `\n${paint('dim', printable(stringify(document)))}`,
  ].join('');
}

/** What both sides said, which a status has no room for. */
function agreementText(access: Access): string {
  const { resource, strategy, decisions } = access.approval;
  const lines = decisions.map((one) => {
    const comment = one.comment === undefined ? '' : `: ${plain(one.comment)}`;
    return `  ${moment(one.at)} ${actorWords(one.by)} ${one.verdict === 'allow' ? 'allowed' : 'denied'} it${comment}\n`;
  });
  const decided = strategy === undefined ? '' : `, decided by ${strategy}`;
  return [
    `${plain(resource.name)} (${plain(access.id)}${decided})\n`,
    `  for: ${plain(access.info.purpose)}\n`,
    ...lines,
  ].join('');
}
