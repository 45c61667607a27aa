// The shapes of the check on the wire (AuthZEN Authorization API 1.0), for the API description. Requests are read by hand
// (check/question.ts); unknown members are passed over, as the specification demands.
import { z } from 'zod';

const properties = z.record(z.string(), z.unknown()).meta({
  description: 'What the question says about it; a role such as `write?resource.status=active` looks here.',
});

const subject = z.looseObject({
  type: z.string().meta({ description: '`person` (or `user`), `team`, `application`, `data-product`.' }),
  id: z.string().meta({ description: 'An id; people also by their e-mail address.' }),
  properties: properties.optional(),
});
const action = z.looseObject({
  name: z
    .string()
    .meta({ description: 'A role or scope, or `access`: to reach it at all, which every grant permits.' }),
  properties: properties.optional(),
});
const resource = z.looseObject({
  type: z.string().meta({ description: '`api`, `event`, `output-port`, `action`.' }),
  id: z.string(),
  properties: properties.optional(),
});
const context = z.record(z.string(), z.unknown());

export const evaluationRequest = z
  .looseObject({ subject, action, resource, context: context.optional() })
  .meta({ id: 'Evaluation' });

export const decision = z
  .looseObject({ decision: z.boolean(), context: context.optional() })
  .meta({ id: 'EvaluationDecision' });

export const evaluationsRequest = z
  .looseObject({
    subject: subject.optional(),
    action: action.optional(),
    resource: resource.optional(),
    context: context.optional(),
    evaluations: z
      .array(
        z.looseObject({
          subject: subject.optional(),
          action: action.optional(),
          resource: resource.optional(),
          context: context.optional(),
        }),
      )
      .max(1000)
      .optional()
      .meta({
        description: 'Questions; each begins with what stands at the top. None: the top is the question.',
      }),
    options: z
      .looseObject({
        evaluations_semantic: z
          .enum(['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'])
          .optional(),
      })
      .optional(),
  })
  .meta({ id: 'Evaluations' });

export const decisions = z
  .union([z.looseObject({ evaluations: z.array(decision) }), decision])
  .meta({ id: 'EvaluationDecisions' });

const page = z
  .looseObject({
    token: z
      .string()
      .optional()
      .meta({ description: '`next_token` of the page before, with the same question.' }),
    limit: z.int().min(1).optional().meta({ description: '100 unless said; 1000 at most.' }),
  })
  .optional();
const shownPage = z.looseObject({
  next_token: z.string().meta({ description: 'Empty on the last page.' }),
  count: z.int(),
  total: z.int(),
});
const anySubject = subject.partial({ id: true });
const anyResource = resource.partial({ id: true });

export const subjectSearch = z
  .looseObject({ subject: anySubject, action, resource, context: context.optional(), page })
  .meta({ id: 'SubjectSearch' });
export const resourceSearch = z
  .looseObject({ subject, action, resource: anyResource, context: context.optional(), page })
  .meta({ id: 'ResourceSearch' });
export const actionSearch = z
  .looseObject({ subject, resource, context: context.optional(), page })
  .meta({ id: 'ActionSearch' });

export const foundEntities = z
  .looseObject({ page: shownPage, results: z.array(z.looseObject({ type: z.string(), id: z.string() })) })
  .meta({ id: 'FoundEntities' });
export const foundActions = z
  .looseObject({ page: shownPage, results: z.array(z.looseObject({ name: z.string() })) })
  .meta({ id: 'FoundActions' });

export const configuration = z
  .looseObject({
    policy_decision_point: z.string(),
    access_evaluation_endpoint: z.string(),
    access_evaluations_endpoint: z.string(),
    search_subject_endpoint: z.string(),
    search_resource_endpoint: z.string(),
    search_action_endpoint: z.string(),
  })
  .meta({ id: 'AuthZenConfiguration' });
