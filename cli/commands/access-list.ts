// `countersign access list`: agreements, one line each.
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { nextPage } from '../pages.ts';
import { answerOf, openServer, type Api } from '../server.ts';
import type { ServerOptions } from '../settings.ts';
import { accessTable } from '../show/access-table.ts';
import type { Access } from '../show/words.ts';
import { readConsumer } from './consumer.ts';

export interface ListOptions extends ServerOptions {
  readonly resource?: string;
  readonly product?: string;
  readonly for?: string;
  readonly state?: readonly string[];
  readonly limit: string;
}

export async function listAccess(options: ListOptions, io: Io): Promise<ExitCode> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1) throw misused('--limit has to be a number above 0.');
  const { api } = await openServer(options, io);
  const wanted = options.state?.map((state) => state.toLowerCase());
  const fits = ({ approval }: Access) =>
    wanted === undefined || wanted.includes(approval.state.toLowerCase());
  const { accesses, more } = await take(pages(api, options), fits, limit);
  if (options.json) io.out(`${JSON.stringify(accesses, null, 2)}\n`);
  else if (accesses.length === 0) io.out('There is no such agreement.\n');
  else io.out(accessTable(accesses, io));
  if (more && !options.json)
    io.err(`There are more than ${limit}: --limit shows them, --resource and --for narrow it down.\n`);
  return exitCodes.done;
}

async function take(
  all: AsyncIterable<Access>,
  fits: (access: Access) => boolean,
  limit: number,
): Promise<{ accesses: Access[]; more: boolean }> {
  const accesses: Access[] = [];
  for await (const access of all) {
    if (!fits(access)) continue;
    if (accesses.length === limit) return { accesses, more: true };
    accesses.push(access);
  }
  return { accesses, more: false };
}

/** Follows the Link headers of the pages. */
async function* pages(api: Api, { resource, product, for: whom }: ListOptions): AsyncGenerator<Access> {
  const filter = {
    ...(resource !== undefined && { resource }),
    ...(product !== undefined && { providerDataProductId: product }),
    ...(whom !== undefined && filterFor(whom)),
  };
  for (let after: number | null = 0; after !== null;) {
    const query = { ...filter, pageSize: 200, ...(after > 0 && { after }) };
    const call = api.GET('/api/access', { params: { query } });
    yield* await answerOf(call);
    after = nextPage((await call).response);
  }
}

function filterFor(whom: string) {
  const { teamId, dataProductId, applicationId } = readConsumer(whom) ?? {};
  if (teamId !== undefined) return { consumerTeamId: teamId };
  if (dataProductId !== undefined) return { consumerDataProductId: dataProductId };
  if (applicationId !== undefined) return { consumerApplicationId: applicationId };
  throw misused('--for takes team:<id>, product:<id> or application:<id> here.');
}
