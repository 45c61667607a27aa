// What the documents of our own making share. They are strict, other than those of other people: a misspelt `strategy`
// that is silently ignored would leave a door open that its owner believes to be shut.
import { z } from 'zod';
import { parseDuration, type Milliseconds } from '../../core/time.ts';
import { idFault } from './id.ts';

/** A duration as people write it: `8h`, `90d`, `2w`, `PT8H`. Milliseconds inside. */
export const duration = z.string().transform((value, context): Milliseconds => {
  const length = parseDuration(value);
  if (length !== undefined) return length;
  context.issues.push({
    code: 'custom',
    message: 'has to be a duration such as 8h, 90d or PT8H',
    input: value,
  });
  return 0;
});

/** The id of a resource: plain, or `dataproduct/port` for an output port. */
export const resourceIdText = z.string().check((context) => {
  const halves = context.value.split('/');
  const reason =
    halves.length > 2 ? 'has more than one slash' : halves.map(idFault).find((one) => one !== undefined);
  if (reason !== undefined) context.issues.push({ code: 'custom', message: reason, input: context.value });
});
