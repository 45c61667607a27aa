// Colours and weights of a terminal. Text that comes from people or servers passes through `plain` first: it may hold
// escape sequences that move the cursor or rewrite what was printed, and somebody who decides must see what was written.
import { styleText } from 'node:util';

export type Look = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

export type Paint = (look: Look | readonly Look[] | null, text: string) => string;

export function painter(color: boolean): Paint {
  if (!color) return (_look, text) => text;
  return (look, text) => (look === null ? text : styleText(look as Look, text, { validateStream: false }));
}

/** Text of others on one line, without anything that a terminal would act on. */
export function plain(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

/** The same, with its lines kept. */
export function printable(text: string): string {
  // Control characters except line feed and tab; also the marks that turn the direction of writing around.
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}');
}

const words: Readonly<Record<string, Look>> = {
  Granted: 'green',
  Pending: 'yellow',
  SemiGranted: 'yellow',
  Rejected: 'red',
  Suspended: 'red',
  Revoked: 'red',
  Expired: 'dim',
  Withdrawn: 'dim',
  None: 'dim',
};

/** How a state looks wherever it is shown. */
export function lookOf(state: string): Look | null {
  return words[state] ?? null;
}
