// `countersign access request` and `renew`: asking. The agreement gets a short id here, because people will type it.
import { randomBytes } from 'node:crypto';
import type { ExitCode } from '../exit-codes.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer } from '../server.ts';
import type { ServerOptions } from '../settings.ts';
import { painter, plain } from '../show/paint.ts';
import { consumerWords } from '../show/words.ts';
import { tellAfter } from './after.ts';
import { readConsumer } from './consumer.ts';
import { beginning, ending } from './period.ts';

interface TermOptions extends ServerOptions {
  readonly purpose?: string;
  readonly role?: readonly string[];
  readonly until?: string;
  readonly duration?: string;
}

export interface RequestOptions extends TermOptions {
  readonly for: string;
  readonly from?: string;
  readonly id?: string;
}

export async function requestAccess(resource: string, options: RequestOptions, io: Io): Promise<ExitCode> {
  const purpose = await purposeFrom(options.purpose, io);
  const consumer = readConsumer(options.for);
  const from = beginning(options.from, '--from');
  const terms = termsFrom(options);
  const { api } = await openServer(options, io);
  const body = {
    id: options.id ?? shortId(),
    resource,
    purpose,
    ...(consumer && { consumer }),
    ...(from !== undefined && { from }),
    ...terms,
  };
  const access = await answerOf(api.POST('/api/access', { body }));
  const paint = painter(io.color);
  const done = `${paint('bold', plain(access.id))}: ${plain(access.approval.resource.id)} for ${consumerWords(access)}`;
  return tellAfter(api, access, done, options, io);
}

export async function renewAccess(id: string, options: TermOptions, io: Io): Promise<ExitCode> {
  const body = { ...(options.purpose !== undefined && { purpose: options.purpose }), ...termsFrom(options) };
  const { api } = await openServer(options, io);
  const access = await answerOf(api.POST('/api/access/{id}/renew', { params: { path: { id } }, body }));
  return tellAfter(api, access, 'Asked again', options, io);
}

function termsFrom({ role, until, duration }: TermOptions) {
  const end = ending(until, '--until');
  return {
    ...(role && { roles: [...role] }),
    ...(end !== undefined && { until: end }),
    ...(duration !== undefined && { duration }),
  };
}

async function purposeFrom(typed: string | undefined, io: Io): Promise<string> {
  const purpose = (typed ?? (io.ask ? await io.ask('What is it needed for? ') : '')).trim();
  if (purpose !== '') return purpose;
  throw misused('A purpose is needed: the owner has to know why.', 'Add --purpose "…".');
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'; // No i, l, o, u: they are misread, or spell words.

/** Fifty random bits as ten letters; the server refuses an id that is taken by something else. */
function shortId(): string {
  return [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('');
}
