// The two parties of an agreement, found by the names that a body of the wire uses for them.
import type { Consumer } from '../../core/consumer.ts';
import type { PersonId, ResourceId } from '../../core/ids.ts';
import { noSuch, nobodyKnownAs } from '../../core/no-such.ts';
import type { Principal } from '../../core/principal.ts';
import { Problem } from '../../core/problem.ts';
import { same, type Sentence } from '../../core/sentence.ts';
import type { AccessDeps } from './shown.ts';
import type { AccessBody } from './wire/access-body.ts';

/** @throws Problem `provider_unknown`. */
export async function portOf(
  { resolver }: Pick<AccessDeps, 'resolver'>,
  provider: { dataProductId: string; outputPortId: string },
): Promise<ResourceId> {
  const found = await resolver.port(provider.dataProductId, provider.outputPortId);
  if (!found)
    throw new Problem('provider_unknown', {
      detail: noSuchPort(provider.dataProductId, provider.outputPortId),
      field: 'provider',
    });
  return found;
}

/**
 * The consumer that a body names; existing servers put "unknown" into members that are not used.
 *
 * @throws Problem `consumer_unknown`.
 */
export async function consumerOf(
  { resolver }: Pick<AccessDeps, 'resolver'>,
  body: AccessBody['consumer'],
): Promise<Consumer> {
  const { dataProductId, applicationId, userId, teamId } = body;
  const [product, application, person, team] = [dataProductId, applicationId, userId, teamId].map((value) =>
    value && value !== 'unknown' ? value : null,
  );
  if (application && (product || person))
    throw new Problem('consumer_unknown', {
      detail: { en: 'This names more than one consumer.', de: 'Hier steht mehr als ein Nutzer.' },
      field: 'consumer',
    });
  if (product) {
    const owner = await resolver.teamOfProduct(product);
    if (owner) return { kind: 'data-product', id: product, team: owner };
    throw new Problem('consumer_unknown', {
      detail: noSuch('data product', product),
      field: 'consumer.dataProductId',
    });
  }
  // A name that nobody has registered is refused, and never taken for the team beside it: that would let in more.
  if (application) {
    const owner = await resolver.teamOfApplication(application);
    if (owner) return { kind: 'application', id: application, team: owner };
    throw new Problem('consumer_unknown', {
      detail: noSuch('application', application),
      field: 'consumer.applicationId',
    });
  }
  if (person) {
    const found = await resolver.person(person);
    if (found) return { kind: 'person', id: found, team: null };
    throw new Problem('consumer_unknown', {
      detail: nobodyKnownAs(person),
      field: 'consumer.userId',
    });
  }
  const found = team && (await resolver.team(team));
  if (found) return { kind: 'team', id: found, team: found };
  throw new Problem('consumer_unknown', {
    detail: team ? noSuch('team', team) : nobodyNamed,
    field: 'consumer',
  });
}

const nobodyNamed: Sentence = {
  en: 'Name a data product, an application, a team or a person.',
  de: 'Nennen Sie ein Datenprodukt, eine Anwendung, ein Team oder eine Person.',
};

function noSuchPort(product: string, port: string): Sentence {
  const [ofProduct, atPort] = [same(product), same(port)];
  return {
    en: `There is no output port "${atPort.en}" of a data product "${ofProduct.en}".`,
    de: `Es gibt keinen Output-Port »${atPort.de}« eines Datenprodukts »${ofProduct.de}«.`,
  };
}

/** The consumer that a body names, or the person who calls. @throws Problem `consumer_unknown`. */
export async function consumerOrCaller(
  deps: Pick<AccessDeps, 'resolver'>,
  body: AccessBody['consumer'] | undefined,
  principal: Principal,
): Promise<Consumer> {
  if (body) return consumerOf(deps, body);
  if (principal.type === 'person') return { kind: 'person', id: principal.id, team: null };
  throw new Problem('consumer_unknown', {
    detail: {
      en: 'A key has to say for whom it asks.',
      de: 'Ein Schlüssel muss sagen, für wen er fragt.',
    },
    field: 'consumer',
  });
}

/**
 * The same for looking only: somebody whom nobody knows here yet does not come into being by it, and is a stranger to
 * every rule.
 *
 * @throws Problem `consumer_unknown`.
 */
export async function consumerToLookAt(
  deps: Pick<AccessDeps, 'resolver'>,
  body: AccessBody['consumer'] | undefined,
  principal: Principal,
): Promise<Consumer> {
  const { userId, ...others } = body ?? {};
  const isPerson = userId && userId !== 'unknown' && !others.dataProductId && !others.applicationId;
  if (!isPerson) return consumerOrCaller(deps, body, principal);
  const [known] = await deps.resolver.knownPeople([userId]);
  return { kind: 'person', id: known ?? (userId as PersonId), team: null };
}
