// The cluster as a run needs it: read ACLs, make them, take them away, ask who has SCRAM credentials. This is the seam at
// which tests put a cluster of their own (test/connectors/kafka/fake.ts), recorded from a real one: Kafka's protocol is
// the client library's business, is binary, and a second implementation of it would test itself only.
import type { Acl } from './acl.ts';
import type { TargetSettings } from './settings.ts';

export interface Cluster extends AsyncDisposable {
  /** Every ACL there is, at one moment. */
  acls(): Promise<readonly Acl[]>;
  /** One answer for each, in order: null, or why not in the broker's words. What is there already is no fault. */
  create(acls: readonly Acl[]): Promise<readonly (string | null)[]>;
  /** As above. What is not there is no fault. */
  remove(acls: readonly Acl[]): Promise<readonly (string | null)[]>;
  /** Which of these users have SCRAM credentials. */
  users(names: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Throws `TargetFailure`, and so does everything that a cluster does. */
export type Connect = (settings: TargetSettings, password: string | null) => Promise<Cluster>;
