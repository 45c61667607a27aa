// Puts documents to the server one after the other, and shows what it finds wrong at its place in the files.
import type { Rover } from '../show/rover.ts';
import { exitCodes } from '../exit-codes.ts';
import { Failure, refusal } from '../failure.ts';
import type { Server } from '../server.ts';
import type { Placed } from './files.ts';

/** What applying the files would do, each as things are now. @throws Failure with every fault of every file. */
export async function planAll(documents: readonly Placed[], server: Server): Promise<Rover[]> {
  const plans: Rover[] = [];
  const failures: { document: Placed; failure: Failure }[] = [];
  for (const document of documents.filter(({ kind }) => kind === 'Rover')) {
    const answer = await send(
      server,
      'POST',
      `/api/rovers/${encodeURIComponent(document.id)}/plan`,
      document,
    );
    if (answer instanceof Failure) failures.push({ document, failure: answer });
    else plans.push(answer as Rover);
  }
  if (failures.length > 0) throw refusedTogether(failures, 'Nothing was changed.');
  return plans;
}

const paths = {
  Rover: '/api/rovers/',
  ApiSpecification: '/api/apispecifications/',
  EventSpecification: '/api/eventspecifications/',
} as const;

/** Applies one document. @param before how many were applied before it. @throws Failure as the server refuses it. */
export async function applyOne(document: Placed, server: Server, before: number): Promise<Rover | null> {
  const answer = await send(
    server,
    'PUT',
    `${paths[document.kind]}${encodeURIComponent(document.id)}`,
    document,
  );
  if (!(answer instanceof Failure)) return document.kind === 'Rover' ? (answer as Rover) : null;
  throw refusedTogether(
    [{ document, failure: answer }],
    before === 0 ? 'Nothing was changed.' : `What came before it is done (${before}), and nothing after it.`,
  );
}

async function send(server: Server, method: string, path: string, { raw }: Placed): Promise<unknown> {
  const answer = await server.reach(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(raw),
  });
  const body: unknown = await answer.json().catch(() => null);
  return answer.ok ? body : refusal(answer.status, server.url, body);
}

function refusedTogether(
  failures: readonly { document: Placed; failure: Failure }[],
  consequence: string,
): Failure {
  const { failure: first } = failures[0]!;
  const particulars = failures.flatMap(({ document, failure }) => {
    const violations = (failure.problem?.['violations'] ?? []) as { field: string; message: string }[];
    const places =
      violations.length > 0
        ? violations
        : [{ field: '', message: failure.particulars[0] ?? failure.message }];
    return places.map(({ field, message }) => {
      const { line, column } = document.positionOf(field);
      return `${document.file}:${line}:${column}  ${field === '' ? '' : `${field} `}${message}`;
    });
  });
  return new Failure(
    first.exitCode === exitCodes.unreachable ? first.exitCode : exitCodes.refused,
    first.message,
    {
      particulars: [...particulars, consequence],
      fix: first.fix,
      ...(first.problem && { problem: first.problem }),
    },
  );
}
