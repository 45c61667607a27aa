// Shapes of targets in bodies and answers, with how they stand.
import { z } from 'zod';
import { targetStates } from '../../../core/target-health.ts';
import { action } from './answers.ts';

const text = z.string();
const instant = z.iso.datetime();
const object = z.looseObject({});

export const targetBody = z.looseObject({
  id: text.optional(),
  connector: text,
  name: z.string().trim().min(1).max(500).optional(),
  owner: text
    .nullish()
    .meta({ description: 'The team whose owners may bind resources here. Absent: administrators.' }),
  settings: object.default({}),
  secrets: z
    .record(text, z.string().max(65_536))
    .nullish()
    .meta({ description: 'Write-only. Absent leaves what is stored, null forgets it.' }),
});

const targetHealth = z
  .looseObject({
    state: z.enum(targetStates).meta({
      description:
        'The worst that is true: `frozen` until somebody confirms, `alarming` where access could not be taken away or runs failed too often, `failing`, `differing` from what is granted, `drifting` where there are ways in that nobody agreed to, `unseen` before the first run, `unused` where nothing is bound.',
    }),
    resources: z.int(),
    failing: z.int(),
    alarming: z.int(),
    missing: z.int().meta({ description: 'Granted, and not there.' }),
    excess: z.int().meta({ description: 'There, and not granted.' }),
    drift: z.int().meta({ description: 'Ways in that Countersign did not make.' }),
    lastRun: instant.optional(),
    nextRun: instant.optional(),
    failure: z
      .looseObject({ resource: text, failures: z.int(), error: text, nextRun: instant })
      .optional()
      .meta({ description: 'Of the resources whose last run failed, the worst.' }),
  })
  .meta({ id: 'TargetHealth', description: 'By the last run for each resource.' });

export const targetAnswer = z
  .looseObject({
    id: text,
    connector: text,
    name: text,
    owner: text.optional(),
    settings: object,
    hasSecrets: z.boolean(),
    frozen: z.boolean().meta({ description: 'After a restore: only looked at until somebody confirms.' }),
    health: targetHealth,
    actions: z.record(text, action).meta({ description: 'What the caller may do about it, and why not.' }),
  })
  .meta({ id: 'Target' });
