// `countersign access approve` and `reject`. What is decided is printed with the decision, and its fingerprint goes along:
// if the request changed in that moment, the server refuses rather than take a yes for something else.
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Api } from '../server.ts';
import type { ServerOptions } from '../settings.ts';
import { plain } from '../show/paint.ts';
import { actorWords, consumerWords, type Access } from '../show/words.ts';
import { readAccess, tellAfter } from './after.ts';
import { demandComment } from './comment.ts';
import { ending } from './period.ts';

export interface ApproveOptions extends ServerOptions {
  readonly comment?: string;
  readonly role?: readonly string[];
  readonly until?: string;
  readonly duration?: string;
}

export async function approveAccess(id: string, options: ApproveOptions, io: Io): Promise<ExitCode> {
  const until = ending(options.until, '--until');
  const terms = {
    ...(options.role && { roles: [...options.role] }),
    ...(until !== undefined && { until }),
    ...(options.duration !== undefined && { duration: options.duration }),
  };
  const { api } = await openServer(options, io);
  const asked = await readAccess(api, id);
  const body = {
    ...seenIn(asked),
    ...(options.comment !== undefined && { comment: options.comment }),
    ...(Object.keys(terms).length > 0 && { terms }),
  };
  await answerOf(api.POST('/api/access/{id}/approve', { params: { path: { id } }, body }));
  return tellDecided(api, asked, 'Approved', options, io);
}

export async function rejectAccess(
  id: string,
  options: ServerOptions & { readonly comment?: string },
  io: Io,
): Promise<ExitCode> {
  const comment = await demandComment(options.comment, 'Why not?', io);
  const { api } = await openServer(options, io);
  const asked = await readAccess(api, id);
  await reject(api, id, { ...seenIn(asked), comment });
  return tellDecided(api, asked, 'Rejected', options, io);
}

/** The same verdict of the same person again is no fault and does nothing, so it is not said to have done something. */
async function tellDecided(
  api: Api,
  asked: Access,
  verdict: 'Approved' | 'Rejected',
  options: ServerOptions,
  io: Io,
): Promise<ExitCode> {
  const access = await readAccess(api, asked.id);
  const isRepeated = access.approval.version === asked.approval.version;
  const done = `${verdict}${isRepeated ? ' already:' : ''} ${whatWasAsked(asked)}`;
  return tellAfter(api, access, done, options, io);
}

async function reject(api: Api, id: string, body: { seen?: string; comment: string }): Promise<void> {
  await answerOf(api.POST('/api/access/{id}/reject', { params: { path: { id } }, body }));
}

function seenIn({ approval }: Access): { seen?: string } {
  return approval.request ? { seen: approval.request.fingerprint } : {};
}

/** `orders/orders-latest for team analytics, as Alice asked: "Weekly revenue report"` */
function whatWasAsked(access: Access): string {
  const { request, resource } = access.approval;
  const who = request?.asker ? `, as ${actorWords(request.asker)} asked` : '';
  const purpose = request ? `: "${plain(request.purpose)}"` : '';
  return `${plain(resource.id)} for ${consumerWords(access)}${who}${purpose}`;
}
