// How a command ends, as a number that scripts can act on. They are few, because a script branches on the number and
// reads the reason from the message; the table is printed by `countersign --help` and by the reference page.

export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  unreachable: 3,
  waiting: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitMeanings: readonly (readonly [ExitCode, string])[] = [
  [exitCodes.done, 'done'],
  [exitCodes.refused, 'refused by the rules or the server, or what was checked is not in order'],
  [exitCodes.usage, 'the command cannot be understood, or a file has faults; nothing was sent'],
  [exitCodes.unreachable, 'the server or the database does not answer'],
  [exitCodes.waiting, 'accepted, and now it waits for somebody; or a plan that nobody has confirmed'],
  [exitCodes.interrupted, 'interrupted'],
];
