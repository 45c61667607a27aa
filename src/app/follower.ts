// A follower reads the log with a cursor of its own and turns entries into jobs: rows that say "this has changed", for
// somebody else to work on. It does no work itself and decides nothing, so that moving the cursor and keeping the jobs
// is one short transaction, and every entry leads to its jobs exactly once, whatever is killed in between.
import type { Entry } from './log.ts';

export interface Follower<Job> {
  readonly name: string;
  /**
   * The nouns of the entries that can give jobs (`team` of `team.created`), and so are worth reading. The first entry of
   * the log is read in any case, because it says that the log begins. Absent: all.
   */
  readonly nouns?: readonly string[];
  /** The jobs that an entry gives. A throw is a fault of this function: the entry is set aside after five attempts. */
  readonly map: (entry: Entry) => readonly Job[];
}
