// What asking would do, on the wire: the outcome as a word for programs, as a sentence for people, and what both were
// made of. A refusal is shown as the problem that asking would answer.
import { z } from 'zod';
import type { Previewed } from '../../../app/preview-request.ts';
import type { PersonId } from '../../../core/ids.ts';
import { sentenceOf } from '../../../core/preview-words.ts';
import { problemWords, reasonOf } from '../../../core/problem-words.ts';
import type { Refused } from '../../../core/problem.ts';
import type { Language } from '../../../core/sentence.ts';
import { awaiting, strategy } from './answers.ts';

const text = z.string();
const instant = z.iso.datetime();

export const previewAnswer = z
  .object({
    outcome: z.enum(['granted', 'waits', 'undecidable', 'unchanged', 'refused']).meta({
      description:
        '`granted`: at once. `waits`: for those under `awaiting`. `undecidable`: it could be asked for, and fewer may decide than have to. `unchanged`: the same is asked or granted already.',
    }),
    sentence: text,
    because: z
      .enum(['strategy', 'own-team', 'trusted-team'])
      .optional()
      .meta({ description: 'Why it would be granted at once.' }),
    becauseOf: z
      .enum(['refused-before', 'set-by-consumer-side'])
      .optional()
      .meta({ description: 'Why a person decides although nobody would have to.' }),
    nature: z.enum(['first', 'change', 'renewal']).optional(),
    strategy: strategy.optional(),
    awaiting: awaiting.optional(),
    from: instant.optional(),
    until: instant.optional().meta({ description: 'The end that a yes given now would grant.' }),
    deadline: instant.optional().meta({ description: 'Until when it would wait.' }),
    problem: z
      .object({ code: text, title: text, detail: text, field: text.optional(), fix: text.optional() })
      .optional(),
  })
  .meta({ id: 'Preview' });

export type People = ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>;

/** The people whose names the answer shows. */
export function peopleInPreview({ preview }: Previewed): readonly PersonId[] {
  return 'awaiting' in preview ? preview.awaiting.people : [];
}

export function wirePreview(
  { preview, situation }: Previewed,
  people: People,
  language: Language,
): z.infer<typeof previewAnswer> {
  const nameOf = (person: string) =>
    people.get(person as PersonId)?.name ?? people.get(person as PersonId)?.email ?? person;
  const sentence = sentenceOf(preview, situation.resource.owner, nameOf)[language];
  const { outcome } = preview;
  if (outcome === 'refused') return { outcome, sentence, problem: problemOf(preview.refused, language) };
  if (outcome === 'unchanged') return { outcome, sentence };
  const { request, period } = preview;
  return {
    outcome,
    sentence,
    nature: request.nature,
    strategy: request.strategy,
    ...(request.becauseOf !== null && { becauseOf: request.becauseOf }),
    ...(period && { from: iso(period.from) }),
    ...(period && period.until !== null && { until: iso(period.until) }),
    ...(preview.outcome === 'granted'
      ? { because: preview.because }
      : {
          deadline: iso(request.deadline),
          awaiting: {
            ...preview.awaiting,
            undecidable: preview.awaiting.undecidable?.[language] ?? null,
            people: preview.awaiting.people.map((person) => named(person, people)),
          },
        }),
  };
}

function named(person: PersonId, people: People) {
  const known = people.get(person);
  return {
    person,
    ...(known && { email: known.email, ...(known.name !== null && { name: known.name }) }),
  };
}

function problemOf(no: Refused, language: Language) {
  const { refused: code, field } = no;
  const { title, fix } = problemWords(code);
  return {
    code,
    title: title[language],
    detail: reasonOf(no)[language],
    ...(field !== undefined && { field }),
    ...(fix && { fix: fix[language] }),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
