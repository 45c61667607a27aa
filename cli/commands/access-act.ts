// `countersign access suspend`, `resume`, `cancel`, `withdraw`, `retract`: acts that take a comment and nothing else.
import type { ExitCode } from '../exit-codes.ts';
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Api } from '../server.ts';
import type { ServerOptions } from '../settings.ts';
import { plain } from '../show/paint.ts';
import { consumerWords, type Access } from '../show/words.ts';
import { readAccess, tellAfter } from './after.ts';
import { demandComment } from './comment.ts';

export interface SimpleAct {
  readonly name: 'suspend' | 'resume' | 'cancel' | 'withdraw' | 'retract';
  readonly description: string;
  /** The beginning of the sentence that says it is done. */
  readonly done: string;
  /** The question for the comment, where there has to be one. */
  readonly demandsComment: string | null;
}

export interface ActOptions extends ServerOptions {
  readonly comment?: string;
  /** Of cancel: the last day. */
  readonly on?: string;
}

export async function actOnAccess(
  act: SimpleAct,
  id: string,
  options: ActOptions,
  io: Io,
): Promise<ExitCode> {
  const comment = act.demandsComment
    ? await demandComment(options.comment, act.demandsComment, io)
    : options.comment;
  if (options.on !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.on))
    throw misused(`--on: "${options.on}" is no day such as 2026-12-31.`);
  const { api } = await openServer(options, io);
  const body = {
    ...(comment !== undefined && { comment }),
    ...(options.on !== undefined && { endDate: options.on }),
  };
  const access = await perform(api, act.name, id, body);
  const what = `${plain(access.approval.resource.id)} for ${consumerWords(access)}`;
  return tellAfter(api, access, `${act.done} ${what}`, options, io);
}

async function perform(
  api: Api,
  name: SimpleAct['name'],
  id: string,
  body: { comment?: string; endDate?: string },
): Promise<Access> {
  const call = { params: { path: { id } }, body };
  switch (name) {
    case 'cancel':
      await answerOf(api.POST('/api/access/{id}/cancel', call));
      return readAccess(api, id);
    case 'suspend':
      return answerOf(api.POST('/api/access/{id}/suspend', call));
    case 'resume':
      return answerOf(api.POST('/api/access/{id}/resume', call));
    case 'withdraw':
      return answerOf(api.POST('/api/access/{id}/withdraw', call));
    case 'retract':
      return answerOf(api.POST('/api/access/{id}/retract', call));
  }
}
