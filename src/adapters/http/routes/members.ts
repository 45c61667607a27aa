// /api/organization/members: everybody whom this installation knows, whether or not they can sign in. Reading is for
// everybody, as in the Entropy API; roles in the installation, leaving and coming back are for administrators and for
// organization keys, invitations and erasing for administrators alone. Roles in teams are written with the team.
import { z } from 'zod';
import { erasePerson, putPerson } from '../../../app/change-person.ts';
import type { IdentityPorts } from '../../../app/identity.ts';
import { invitePerson } from '../../../app/issue-link.ts';
import { nobodyKnownAs } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import { linkNext, pageQuery } from '../paging.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { email, instant, memberAnswer, wireMember } from '../wire/identity.ts';

export interface MemberDeps {
  readonly identity: IdentityPorts;
  /** The address at which a one-time link is used. */
  readonly linkPage: (token: string) => string;
  /** The address of a person in the web app. */
  readonly memberPage: (email: string) => string;
}

const pageSize = 1000;
const base = '/api/organization/members';
const params = z.object({ emailAddress: email });
const tags = ['Members'];

export function memberRoutes(server: Server, deps: MemberDeps): void {
  const { people } = deps.identity;

  server.get(
    base,
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'List everybody, oldest first',
        tags,
        querystring: z.object(pageQuery),
        response: { 200: z.array(memberAnswer) },
      },
    },
    async (request, reply) => {
      const { p, after } = request.query;
      const start = after ?? (p ? await people.pageStart(p * pageSize) : 0);
      if (start === null) return [];
      const page = await people.page(start, pageSize);
      if (page.next !== null) linkNext(request, reply, p ?? 0, page.next);
      return page.items.map(wireMember);
    },
  );

  server.get(
    `${base}/:emailAddress`,
    {
      config: { audience: 'reads', problems: ['person_not_found'] },
      schema: { summary: 'Read one person', tags, params, response: { 200: memberAnswer } },
    },
    async (request) => {
      const { emailAddress } = request.params;
      const person = await people.byEmail(emailAddress);
      if (!person)
        throw new Problem('person_not_found', {
          detail: nobodyKnownAs(emailAddress),
        });
      return wireMember(person);
    },
  );

  server.put(
    `${base}/:emailAddress`,
    {
      config: { audience: 'administers', problems: ['person_not_found', 'last_administrator'] },
      schema: {
        summary: 'Add a person, or change what they are to the installation',
        description:
          'Members that are absent stay as they are. `disabled: true` is how somebody leaves: sessions and keys end at once, and what waited for them goes to the others.',
        tags,
        params,
        body: z
          .looseObject({
            name: z.string().trim().min(1).max(200).nullish(),
            role: z.enum(['Member', 'Owner']).nullish(),
            auditor: z.boolean().nullish(),
            disabled: z.boolean().nullish(),
            custom: z.record(z.string().max(256), z.string().max(10_000)).nullish(),
          })
          .nullish(),
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { emailAddress } = request.params;
      const { role, ...rest } = request.body ?? {};
      const change = {
        name: rest.name ?? undefined,
        auditor: rest.auditor ?? undefined,
        disabled: rest.disabled ?? undefined,
        custom: rest.custom ?? undefined,
        administrator: role ? role === 'Owner' : undefined,
      };
      await putPerson(deps.identity)(emailAddress, change, callerOf(request));
      return reply.header('location-html', deps.memberPage(emailAddress)).send();
    },
  );

  server.post(
    `${base}/:emailAddress/invitation`,
    {
      config: { audience: 'administrators', problems: ['person_not_found', 'disabled', 'secret_shown_once'] },
      schema: {
        summary: 'Make a one-time link with which the person sets a password',
        description: 'The link is shown once. It replaces an earlier one and works for three days.',
        tags,
        params,
        response: { 201: z.object({ url: z.string(), expiresAt: instant }).meta({ id: 'Invitation' }) },
      },
    },
    async (request, reply) => {
      const { token, expiresAt } = await invitePerson(deps.identity)(
        request.params.emailAddress,
        callerOf(request),
      );
      const invitation = { url: deps.linkPage(token), expiresAt: new Date(expiresAt).toISOString() };
      return reply.status(201).send(invitation);
    },
  );

  server.post(
    `${base}/:emailAddress/erase`,
    {
      config: { audience: 'administrators', problems: ['person_not_found', 'last_administrator'] },
      schema: {
        summary: 'Erase what is personal about somebody, for good',
        description:
          'Name, address, password, and everything they wrote: purposes, comments, the texts of the log. They leave by it. The log keeps their id, says that this was done, and still verifies.',
        tags,
        params,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      await erasePerson(deps.identity)(request.params.emailAddress, callerOf(request));
      return reply.status(204).send();
    },
  );
}
