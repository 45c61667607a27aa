// What a policy would do, asked while somebody writes it. It is a question and changes nothing, but its answer concerns
// only those who may set the policy, so everybody else is told what setting it would tell them.
import type { AccessReads } from '../../../app/ports.ts';
import { previewPolicy, type PolicyPreviewPorts } from '../../../app/preview-policy.ts';
import { languageOf } from '../language.ts';
import { resourceAddresses, resourceIdOf } from '../resource-address.ts';
import { callerOf, type Server } from '../server.ts';
import { documentedBy } from '../wire/catalog.ts';
import { peopleInWaiting, wirePolicyPreview } from '../wire/policy-preview.ts';
import { policyPreviewAnswer, policyShape } from '../wire/policy-shapes.ts';

export interface PolicyPreviewDeps {
  readonly ports: PolicyPreviewPorts;
  readonly people: AccessReads['people'];
}

export function policyPreviewRoutes(server: Server, { ports, people }: PolicyPreviewDeps): void {
  for (const { path, params, hide } of resourceAddresses)
    server.post(
      `${path}/policy/preview`,
      {
        config: {
          audience: 'writes',
          problems: [
            'resource_not_found',
            'invalid_field',
            'policy_invalid',
            'reference_unknown',
            'not_an_owner',
            'keys_do_not_decide',
          ],
        },
        schema: {
          summary: 'What this policy would do',
          description:
            'Judged as setting it would be at this moment: whether a second owner has to agree, who would decide, and what would become of the requests that wait. Nothing is written.',
          tags: ['Resources'],
          hide,
          params,
          body: documentedBy(policyShape),
          response: { 200: policyPreviewAnswer },
        },
      },
      async (request) => {
        const preview = await previewPolicy(ports)(resourceIdOf(request), request.body, callerOf(request));
        return wirePolicyPreview(preview, await people(peopleInWaiting(preview)), languageOf(request));
      },
    );
}
