// Why an entitlement is not as it should be, with the command by which somebody at the cluster can mend it.
import type { Entitlement, Failure } from '../../../app/connector.ts';
import { overlap, patternText, type Acl } from './acl.ts';
import { rightsOf, type Marker } from './marker.ts';
import { nameOf } from './principal.ts';
import { shell } from './shell.ts';

type Reason = Omit<Failure, 'principal' | 'level'>;

/** A name that cannot be the principal of a consumer; `fault` says why, see principal.ts. */
export const unusable = (fault: string): Reason => ({
  code: 'principal_unusable',
  sentence: fault,
  mend: null,
});

export const unknownUser = (name: string): Reason => ({
  code: 'principal_unknown',
  sentence: `User "${name}" does not exist at the cluster: it has no SCRAM credentials.`,
  mend: `kafka-configs.sh --alter --add-config 'SCRAM-SHA-512=[password=…]' --entity-type users --entity-name ${shell(name)}`,
});

export function refusedBy(entitlement: Entitlement, why: string | null | undefined): Failure[] {
  if (why == null) return [];
  const sentence = `The cluster did not take an ACL of user "${entitlement.principal}": ${why}.`;
  return [{ ...entitlement, code: 'refused', sentence, mend: null }];
}

export const notRevoked = (entitlement: Entitlement, why: string): Failure => ({
  ...entitlement,
  code: 'not_revoked',
  sentence: `User "${entitlement.principal}" keeps its access: the cluster did not delete an ACL: ${why}.`,
  mend: null,
});

/** Kafka asks what is denied before what is allowed, so that an ACL of somebody else can undo a grant. */
export function denialsOf(markers: readonly Marker[], acls: readonly Acl[]): Failure[] {
  const denials = acls.filter(
    (acl) => acl.permission === 'DENY' && (acl.kind === 'TOPIC' || acl.kind === 'GROUP'),
  );
  if (denials.length === 0) return [];
  return markers.flatMap((marker) => {
    const denial = denials.find(
      (acl) =>
        (acl.principal === marker.principal || acl.principal === 'User:*') &&
        rightsOf(marker).some(
          (right) =>
            right.kind === acl.kind &&
            overlap(right, acl) &&
            (acl.operation === 'ALL' || acl.operation === right.operation || acl.operation === 'DESCRIBE'),
        ),
    );
    if (!denial) return [];
    const principal = nameOf(marker.principal);
    const where = `${denial.kind.toLowerCase()} ${patternText(denial)}`;
    return [
      {
        principal,
        level: marker.level,
        code: 'denied_by_other',
        sentence: `User "${principal}" is kept out of ${where} by an ACL of somebody else that denies it to ${nameOf(denial.principal)}.`,
        mend: `kafka-acls.sh --remove --deny-principal ${shell(denial.principal)} --deny-host ${shell(denial.host)} --operation ${denial.operation} --${denial.kind.toLowerCase()} ${shell(denial.name)} --resource-pattern-type ${denial.pattern.toLowerCase()}`,
      },
    ];
  });
}
