// What surrounds an access for somebody who decides on it: what its consumer has already, and what will happen at the
// target. It is asked for by name, because clients that poll accesses have no use for it.
import type { Ahead } from '../../../app/look-ahead.ts';
import type { AccessId } from '../../../core/ids.ts';
import type { Outlook } from '../../../core/outlook.ts';
import type { Language } from '../../../core/sentence.ts';
import type { Shown } from './access.ts';
import { wireAccess } from './access.ts';
import type { WireContext } from './answers.ts';

/** @param shown the agreements that are held, by id. */
export function wireContext(
  { held, outlook }: Ahead,
  shown: ReadonlyMap<AccessId, Shown>,
  language: Language,
): WireContext {
  return {
    held: held.flatMap(({ access, resource, isSame }) => {
      const one = shown.get(access);
      return one ? [{ access, resource, isSame, ...termsOf(one) }] : [];
    }),
    ...(outlook && { outlook: wireOutlook(outlook, language) }),
  };
}

function termsOf(shown: Shown) {
  const { info, consumer, roles, approval } = wireAccess(shown);
  const { state, from, until } = approval;
  const { name } = approval.consumer;
  return {
    state,
    consumer,
    ...(name !== undefined && { consumerName: name }),
    purpose: info.purpose,
    roles,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  };
}

function wireOutlook(outlook: Outlook, language: Language): NonNullable<WireContext['outlook']> {
  const sentence = outlook.sentence[language];
  if (outlook.status === 'unbound') return { status: outlook.status, sentence };
  const { target, ...rest } = outlook;
  return { ...rest, sentence, target: { id: target.id, name: target.name, connector: target.kind } };
}
