// The port to every kind of target: what a connector must be able to do, and the words in which it answers. A connector
// describes itself, observes, grants and revokes, in batches and inside one run; it decides nothing and remembers
// nothing. Settings are opaque here, because only the connector knows what a schema, a topic or a virtual host is; it
// publishes a JSON Schema of them and judges them itself. Trouble at a target is data wherever the rest of the run can
// go on without it, and a `TargetFailure` where it cannot.

import type { Level } from '../core/level.ts';

export type { Level } from '../core/level.ts';

/** A system where access becomes real. `secret` is a function so that no log, dump or error can print what it gives. */
export interface Target {
  readonly id: string;
  readonly kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secret: (name: string) => string | null;
}

/**
 * What one resource is at one target: there is at most one binding of a resource at a target, since a run takes away
 * what its binding does not name. Everything that is made there carries the installation and the resource.
 */
export interface Binding {
  readonly installationId: string;
  readonly resourceId: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** One standing permission at the target: this principal, as the target calls it, at this level. */
export interface Entitlement {
  readonly principal: string;
  readonly level: Level;
}

/** Something that stands in the way: a code for programs, a sentence for people, and what they can run to mend it. */
export interface Lack {
  readonly code: string;
  readonly sentence: string;
  readonly mend: string | null;
}

/**
 * A lack met during a run. No principal: it holds for everybody at that level. Two codes mean the same everywhere,
 * because they are the ones to be alarmed by: `not_revoked` and `session_not_ended`.
 */
export interface Failure extends Lack {
  readonly principal: string | null;
  readonly level: Level;
}

/** A way in that Countersign did not give and therefore never takes away on its own. */
export interface Drift {
  readonly principal: string;
  readonly level: Level;
  readonly how: 'everybody' | 'privilege' | 'membership' | 'predefined' | 'owner' | 'superuser';
  /** The role by which the principal gets in; null when it holds the privilege itself. */
  readonly through: string | null;
  /** The objects that can be reached this way, as the target names them. */
  readonly on: readonly string[];
  readonly sentence: string;
}

/**
 * One run at one target, exclusive for its binding from the first call to the end. What it says is as the target shows it
 * at that moment, also after acting. Questions may be asked at once; acts wait until no question is open.
 */
export interface TargetSession {
  /** Who has access by Countersign's own arrangements at the target, whoever let them in. */
  entitlements(): Promise<readonly Entitlement[]>;
  /** False when what carries the permissions (roles, privileges) is not as the binding says; `grant([])` mends it. */
  isInLine(): Promise<boolean>;
  /** `watched` are principals whose ways in *by nature* (an owner, a superuser) are worth reporting as drift. */
  drift(watched: readonly string[]): Promise<readonly Drift[]>;
  grant(entitlements: readonly Entitlement[]): Promise<readonly Failure[]>;
  revoke(entitlements: readonly Entitlement[]): Promise<readonly Failure[]>;
}

export interface Ran<T> {
  readonly value: T;
  /** How many running sessions were ended because their role lost access. */
  readonly endedSessions: number;
  /** What went wrong after the changes were durable, such as a session that could not be ended. */
  readonly failed: readonly Failure[];
}

export interface ConnectorDescription {
  readonly kind: string;
  readonly title: string;
  readonly levels: readonly Level[];
  /** The names that `Target.secret` may be asked for. */
  readonly secrets: readonly string[];
  /** JSON Schema of the settings of a target and of a binding, for forms and reference pages. */
  readonly target: object;
  readonly binding: object;
}

/** One fault in settings: where, as a path with dots, and why. */
export interface SettingsFault {
  readonly path: string;
  readonly reason: string;
}

export interface Connector {
  readonly kind: string;
  describe(): ConnectorDescription;
  targetFaults(settings: unknown): readonly SettingsFault[];
  bindingFaults(settings: unknown): readonly SettingsFault[];
  /** Where grants of a level live at the target, such as the name of a role. Throws `TargetFailure` for faulty settings. */
  reference(target: Target, binding: Binding, level: Level): string;
  /** What Countersign's own role still lacks at the target for these bindings. Changes nothing and never throws. */
  check(target: Target, bindings: readonly Binding[]): Promise<readonly Lack[]>;
  /**
   * Opens the target, waits until no other run is under way for the binding, and only then calls `work`; all changes
   * become real together when `work` returns, and none if it throws. Throws `TargetFailure`, or what `work` threw.
   * At a target without transactions each change is real at once; if `work` throws, what was granted is taken back, and
   * what was revoked stays revoked.
   */
  run<T>(target: Target, binding: Binding, work: (session: TargetSession) => Promise<T>): Promise<Ran<T>>;
}

/**
 * Lets one run at a time in, of all servers of this installation, for targets that have no lock of their own. The work is
 * handed a question that throws once the turn is lost, to be asked before every change.
 *
 * @throws TargetFailure `busy` when others hold the turn for too long, `interrupted` when it was lost.
 */
export type TakeTurns = <T>(
  target: string,
  work: (stillOurs: () => Promise<void>) => Promise<T>,
) => Promise<T>;

export type TargetFailureCode =
  | 'settings_wrong'
  | 'unreachable'
  | 'sign_in_refused'
  | 'unsupported_version'
  | 'read_only'
  | 'not_permitted'
  | 'foreign_role' // Something of our name is there which we did not make.
  | 'busy' // Somebody else holds a lock for too long.
  | 'timed_out'
  | 'interrupted' // The connection broke; whether the last step took effect is for the next run to see.
  | 'refused';

/** A run that could not be done at all. The message is fit for an operator and never holds a secret. */
export class TargetFailure extends Error {
  readonly code: TargetFailureCode;
  readonly mend: string | null;

  constructor(code: TargetFailureCode, sentence: string, options: { cause?: unknown; mend?: string } = {}) {
    super(sentence, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'TargetFailure';
    this.code = code;
    this.mend = options.mend ?? null;
  }
}
