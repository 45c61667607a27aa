// Shapes of what pages show first of a data product, a data contract and an application.
import { z } from 'zod';
import { action } from './answers.ts';

const text = z.string();

const about = {
  id: text,
  name: text,
  owner: z.object({ id: text, name: text }).meta({ description: 'The team.' }),
  description: text.nullable(),
  status: text.nullable().meta({ description: 'In the words of the document.' }),
  tags: z.array(text),
};

export const aboutProductAnswer = z.object(about).meta({ id: 'AboutDataProduct' });

export const aboutContractAnswer = z
  .object({
    ...about,
    version: text.nullable(),
    terms: z
      .object({
        purpose: text.nullable(),
        usage: text.nullable(),
        limitations: text.nullable(),
        billing: text.nullable(),
        noticePeriod: text.nullable(),
      })
      .nullable()
      .meta({ description: 'Null: it says nothing that could be accepted.' }),
  })
  .meta({ id: 'AboutDataContract' });

const { status: _, ...aboutApplication } = about;

export const aboutApplicationAnswer = z
  .object({ ...aboutApplication, actions: z.object({ edit: action, delete: action }) })
  .meta({ id: 'AboutApplication' });
