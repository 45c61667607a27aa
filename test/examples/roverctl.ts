// The last chapter: pipelines apply the Rover files of their teams, as roverctl does. What they send is in the recording of
// that program (test/rover).
import { recordedBody } from '../rover/roverctl.ts';
import type { Telling, Voice } from './telling.ts';

const one = '/rover/api/{kind}/{id}';
const service = { kind: 'rovers', id: 'teams--checkout--order-service' };
const report = { kind: 'rovers', id: 'teams--analytics--order-report' };

export async function tellOfRoverctl(telling: Telling): Promise<void> {
  const { tell, meanwhile } = telling;
  const checkout = await pipelineOf(telling, 'checkout', 'bob');
  const analytics = await pipelineOf(telling, 'analytics', 'dan');
  await tell('The pipeline of checkout applies what its order service exposes.', checkout, `PUT ${one}`, {
    path: service,
    body: recordedBody('apply provider', 'rovers'),
  });
  await meanwhile(analytics, `PUT ${one}`, { path: report, body: recordedBody('apply consumer', 'rovers') });
  await tell(
    'Analytics asks how its report stands, which subscribes to that.',
    analytics,
    `GET ${one}/status`,
    {
      path: report,
    },
  );
  const info = '/rover/api/rovers/{id}/info';
  await tell('And what it has.', analytics, `GET ${info}`, { path: { id: report.id } });
  await tell('The same of all its applications, in short.', analytics, 'GET /rover/api/rovers/info', {
    query: { shallowInfo: 'true' },
  });
  await tell('Checkout reads what it has applied.', checkout, `GET ${one}`, { path: service });
  await tell('Checkout lists its Rover files.', checkout, 'GET /rover/api/{kind}', {
    path: { kind: 'rovers' },
  });
  await tell('Checkout lists everything that it has applied.', checkout, 'GET /rover/api/resources');
  await tell('The report is needed no more.', analytics, `DELETE ${one}`, { path: report });
  await meanwhile(checkout, `DELETE ${one}`, { path: service });
}

/** Whoever has a token for the Rover files of a team. The first one that is asked for is the example. */
async function pipelineOf(
  { tell, meanwhile, examples }: Telling,
  team: string,
  owner: 'bob' | 'dan',
): Promise<Voice> {
  const key = await meanwhile(owner, 'POST /api/api-keys', {
    body: { scope: 'rover', teamId: team, displayName: 'Rover files', expiresAt: '2027-03-31' },
  });
  const asked = {
    asForm: true,
    body: {
      grant_type: 'client_credentials',
      client_id: key.body.organizationApiKeyId,
      client_secret: key.body.key,
    },
  } as const;
  const operation = 'POST /oauth2/token';
  const { body } = examples.has(operation)
    ? await meanwhile('nobody', operation, asked)
    : await tell('The pipeline of checkout gets a token for its Rover files.', 'nobody', operation, asked);
  return { authorization: `Bearer ${body.access_token}`, 'user-agent': 'rover-ctl/0.0.0' };
}
