// /gateway: the check as gateways ask it. nginx asks with a call of its own (`auth_request`) and says in headers what was
// called; Envoy (`ext_authz` over HTTP) sends the call itself without its body, behind a prefix. What passes gets facts
// along as headers: who calls, by which agreement, how much of it is allowed.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openGateway, type Called, type GatewayDeps } from '../check/gateway.ts';
import type { Server } from '../server.ts';
import { answerAs } from '../wire/answers.ts';
import { z } from 'zod';

const tags = ['Check'];
const envoyPath = '/gateway/envoy';

export function gatewayRoutes(server: Server, deps: GatewayDeps): void {
  const answer = openGateway(deps);
  const answering = (called: (request: FastifyRequest) => Called) =>
    async function (request: FastifyRequest, reply: FastifyReply): Promise<void> {
      const { status, headers, text } = await answer(request, called(request));
      await reply.status(status).headers(headers).type('text/plain').send(text);
    };
  void server.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', async () => undefined);

    routes.get(
      '/gateway/nginx',
      {
        config: { audience: 'checks' },
        schema: {
          summary: 'May this call pass, as nginx asks (auth_request)',
          description:
            'What is called stands in `X-Original-Method` and `X-Original-URI`; the API is found by its base path, or named in `X-Countersign-Resource`; `X-Countersign-Action` names a scope that is needed. The client is known by the Bearer token of the call, or by a header that a trusted proxy has set. deploy/nginx has a whole configuration.',
          tags,
          response: {
            200: answerAs('text/plain', 'It may pass; headers say more about it.', z.string()),
            401: answerAs('text/plain', 'The call does not say who calls.', z.string()),
            403: answerAs(
              'text/plain',
              'It may not pass, for the reason in `X-Countersign-Reason`.',
              z.string(),
            ),
          },
        },
      },
      answering(({ headers }) => ({
        method: String(headers['x-original-method'] ?? 'GET'),
        address: String(headers['x-original-uri'] ?? ''),
      })),
    );

    routes.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: `${envoyPath}/*`,
      config: { audience: 'checks' },
      schema: { hide: true },
      handler: answering(({ method, raw }) => ({ method, address: raw.url!.slice(envoyPath.length) })),
    });
  });
}
