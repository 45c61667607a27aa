// Comments. Whoever denies or suspends owes the other side a reason:
// at a terminal it is asked for, and a script has to bring it.
import { misused } from '../failure.ts';
import type { Io } from '../io.ts';

/** @throws Failure when there is no comment and nobody to ask for one. */
export async function demandComment(typed: string | undefined, question: string, io: Io): Promise<string> {
  const comment = (typed ?? (io.ask ? await io.ask(`${question} `) : '')).trim();
  if (comment !== '') return comment;
  throw misused('Say why: the other side will read it.', 'Add --comment "…".');
}
