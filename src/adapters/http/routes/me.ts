// /api/me and /api/sessions: who the caller is, where they are signed in, and what they may change about that. A person
// sees and ends their own sessions; an administrator sees and ends everybody's, because a lost laptop cannot wait.
import { z } from 'zod';
import { changePassword } from '../../../app/change-password.ts';
import type { IdentityPorts } from '../../../app/identity.ts';
import { ownActions } from '../../../core/own-actions.ts';
import type { PersonId } from '../../../core/ids.ts';
import { Problem } from '../../../core/problem.ts';
import type { Principal, SignedIn } from '../../../core/principal.ts';
import { languageOf } from '../language.ts';
import { callerOf, type Server } from '../server.ts';
import { wireActions } from '../wire/action.ts';
import { action, emptyAnswer } from '../wire/answers.ts';
import { email, instant, password, sessionAnswer, wireSession } from '../wire/identity.ts';

type PersonPrincipal = Extract<Principal, { type: 'person' }>;

const tags = ['Sign-in'];

const meAnswer = z
  .object({
    type: z.enum(['person', 'team-key', 'organization-key']),
    id: z.string(),
    readOnly: z.boolean(),
    emailAddress: z.string().nullable(),
    name: z.string().nullable(),
    administrator: z.boolean(),
    auditor: z.boolean(),
    hasAccount: z.boolean().meta({ description: 'Whether they can sign in with a password.' }),
    sessionId: z.string().nullable(),
    signedIn: z
      .object({
        at: instant
          .nullable()
          .meta({ description: 'When they last proved who they are; null where nobody says.' }),
        acr: z.string().nullable().meta({ description: 'How, in the words of the identity provider.' }),
      })
      .nullable()
      .meta({ description: 'How this session began; null for a key.' }),
    teams: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })).meta({
      description: 'Teams that name the person, or the team whose key it is. Roles hold below, too.',
    }),
    actions: z.object({
      makeKey: action.meta({ description: 'A key of their own that also writes.' }),
      makeOrganizationKey: action,
      readLog: action.meta({ description: 'All of it.' }),
      readTargets: action,
    }),
  })
  .meta({ id: 'Me' });

export function meRoutes(server: Server, identity: IdentityPorts): void {
  const { sessions, clock } = identity;

  server.get(
    '/api/me',
    { config: { audience: 'reads' }, schema: { summary: 'Who am I', tags, response: { 200: meAnswer } } },
    async (request) => {
      const { principal } = callerOf(request);
      const actions = wireActions(ownActions(principal), languageOf(request));
      return { ...(await meFrom(identity, principal, request.session)), actions };
    },
  );

  server.post(
    '/api/me/password',
    {
      config: { audience: 'self', problems: ['wrong_credentials', 'too_many_attempts'] },
      schema: {
        summary: 'Change my password',
        description: 'Every other session ends.',
        tags,
        body: z.object({ current: password, password }),
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { current, password: next } = request.body;
      const change = { current, next, address: request.ip, session: request.session };
      const caller = callerOf(request);
      await changePassword(identity)(personOf(caller.principal).id, change, caller);
      return reply.status(204).send();
    },
  );

  server.get(
    '/api/sessions',
    {
      config: { audience: 'people', problems: ['not_permitted', 'person_not_found'] },
      schema: {
        summary: 'List where I am signed in',
        description: 'Administrators may name somebody else.',
        tags,
        querystring: z.object({ emailAddress: email.optional() }),
        response: { 200: z.array(sessionAnswer) },
      },
    },
    async (request) => {
      const me = personOf(callerOf(request).principal);
      const { emailAddress } = request.query;
      const whose = emailAddress === undefined ? me.id : await somebodyElse(identity, me, emailAddress);
      return (await sessions.of(whose, clock.now())).map((one) => wireSession(one, request.session));
    },
  );

  server.delete(
    '/api/sessions',
    {
      config: { audience: 'self' },
      schema: {
        summary: 'End all my sessions but this one',
        description: 'Called with a key, it ends every session.',
        tags,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      await sessions.endAll(personOf(callerOf(request).principal).id, request.session);
      return reply.status(204).send();
    },
  );

  server.delete(
    '/api/sessions/:id',
    {
      config: { audience: 'self', problems: ['session_not_found'] },
      schema: {
        summary: 'End a session',
        tags,
        params: z.object({ id: z.string().min(1).max(256) }),
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const me = personOf(callerOf(request).principal);
      const session = await sessions.byId(request.params.id, clock.now());
      if (!session || (session.person !== me.id && !me.administrator)) throw new Problem('session_not_found');
      await sessions.end(session.id);
      return reply.status(204).send();
    },
  );
}

async function somebodyElse(
  { people }: IdentityPorts,
  me: PersonPrincipal,
  address: string,
): Promise<PersonId> {
  const person = await people.byEmail(address);
  if (person?.id === me.id) return me.id;
  if (!me.administrator) throw new Problem('not_permitted');
  if (!person) throw new Problem('person_not_found', { field: 'emailAddress' });
  return person.id;
}

/** Routes for people only let nobody else in; this tells the compiler so. */
function personOf(principal: Principal): PersonPrincipal {
  if (principal.type !== 'person') throw new Problem('not_permitted');
  return principal;
}

async function meFrom(
  { people }: IdentityPorts,
  principal: Principal,
  session: string | null,
): Promise<Omit<z.infer<typeof meAnswer>, 'actions'>> {
  const nobody = {
    emailAddress: null,
    name: null,
    administrator: false,
    auditor: false,
    hasAccount: false,
    sessionId: session,
    signedIn: null,
  };
  switch (principal.type) {
    case 'system':
      throw new Problem('not_permitted');
    case 'organization-key':
      return { ...nobody, type: principal.type, id: principal.id, readOnly: principal.readOnly, teams: [] };
    case 'team-key': {
      const teams = [{ id: principal.team as string, name: principal.team as string, role: 'Owner' }];
      return { ...nobody, type: principal.type, id: principal.id, readOnly: principal.readOnly, teams };
    }
    case 'person': {
      const { type, id, readOnly, administrator, auditor } = principal;
      const [person, teams] = await Promise.all([people.byId(id), people.teamsOf(id)]);
      const known = {
        emailAddress: person?.email ?? null,
        name: person?.name ?? null,
        hasAccount: person?.hasAccount ?? false,
      };
      return {
        ...known,
        type,
        id,
        readOnly,
        administrator,
        auditor,
        sessionId: session,
        signedIn: wireSignedIn(principal.signedIn),
        teams: [...teams],
      };
    }
  }
}

function wireSignedIn(signedIn: SignedIn | undefined): z.infer<typeof meAnswer>['signedIn'] {
  if (!signedIn) return null;
  return { at: signedIn.at === null ? null : new Date(signedIn.at).toISOString(), acr: signedIn.acr };
}
