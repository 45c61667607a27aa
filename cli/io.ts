// What a command has to do with the world: settings from outside, two streams, a terminal or none, somebody who can be
// asked, and the wish to stop. A command gets it as an argument and touches nothing else of the process, which is why
// tests can run commands without starting one.

export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder in which the command was typed: names of files are meant from here. */
  readonly folder: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Everything that is piped in. */
  readonly input: () => Promise<string>;
  /** Asks whoever sits at the terminal; null when nobody does. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** How wide output may be; null where it is read by another program, and nothing is cut off. */
  readonly columns: number | null;
  readonly color: boolean;
  /** Fires on Ctrl-C. */
  readonly stopped: AbortSignal;
  readonly now: () => number;
}
