// The documents that somebody wants to have applied as Rover files, read and judged as far as that goes without a server.
// Everything is read before anything is sent, so that a fault in the last file stops the first one too. What describes
// APIs and events comes before what exposes them.
import type { FileFault } from '../../src/adapters/documents/yaml-file.ts';
import { readRoverFile, type RoverFileDocument } from '../../src/adapters/documents/rover-file.ts';
import { isNamespaceOf } from '../../src/core/rover.ts';
import { contentOf, faulty, filesAt } from '../apply/files.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, type Server } from '../server.ts';

export interface Placed extends RoverFileDocument {
  readonly id: string;
}

/** @throws Failure that lists every fault of every file. */
export async function readRoverFiles(paths: readonly string[], io: Io): Promise<RoverFileDocument[]> {
  const files = (await Promise.all(paths.map((path) => filesAt(path, io.folder)))).flat();
  const read = await Promise.all(
    files.map(async (file) =>
      readRoverFile(file === '-' ? await io.input() : await contentOf(file, io.folder), file, io.env),
    ),
  );
  const documents = read.flatMap((file) => file.documents);
  const faults = [...read.flatMap((file) => file.faults), ...repetitions(documents)];
  if (faults.length > 0) throw faulty(faults);
  if (documents.length === 0) throw misused('There is no document in what was named.');
  return documents.toSorted((one, other) => rank(one) - rank(other));
}

const rank = ({ kind }: RoverFileDocument) => (kind === 'Rover' ? 1 : 0);

function repetitions(documents: readonly RoverFileDocument[]): FileFault[] {
  const first = new Map<string, RoverFileDocument>();
  return documents.flatMap((document) => {
    const word = `${document.kind} ${document.name}`;
    const before = first.get(word);
    if (before === undefined) first.set(word, document);
    if (before === undefined) return [];
    const message = `${word} is given before, in ${before.file}, line ${before.positionOf('').line}`;
    return [{ file: document.file, path: '', message, ...document.positionOf('') }];
  });
}

/** The documents with their ids at the server. @throws Failure where it is not clear, or not so, whose they are. */
export async function placed(
  documents: readonly RoverFileDocument[],
  named: string | undefined,
  server: Server,
): Promise<Placed[]> {
  const team = named ?? teamIn(documents) ?? (await ownTeam(server));
  const strange = documents.filter(({ namespace }) => namespace !== null && !isNamespaceOf(namespace, team));
  if (strange.length > 0)
    throw faulty(
      strange.map(({ file, namespace, positionOf }) => ({
        file,
        path: 'metadata.namespace',
        message: `is ${namespace}, and this is applied for team ${team}`,
        ...positionOf('metadata.namespace'),
      })),
    );
  return documents.map((document) => ({ ...document, id: `${team}--${document.name}` }));
}

/** Only where it says group and team; whether the first word is an environment cannot be told otherwise. */
function teamIn(documents: readonly RoverFileDocument[]): string | undefined {
  const teams = documents.flatMap(({ namespace }) => {
    const parts = namespace?.split('--') ?? [];
    return parts.length === 3 ? [parts.slice(1).join('--')] : [];
  });
  return new Set(teams).size === 1 ? teams[0] : undefined;
}

async function ownTeam({ api }: Server): Promise<string> {
  const { teams } = await answerOf(api.GET('/api/me'));
  if (teams.length === 1) return teams[0]!.id;
  const which = teams.map(({ id }) => id).join(', ');
  throw misused(
    teams.length === 0 ? 'For which team? Your key belongs to none.' : `For which team? You are in ${which}.`,
    'Add --team <id>, or set COUNTERSIGN_TEAM.',
  );
}
