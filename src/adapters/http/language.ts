// In which language a call is answered: the first of `Accept-Language` that Countersign speaks, else English. It concerns
// sentences for people (reasons, policies, problems); names of fields, codes and states are the same for everybody.
import type { FastifyRequest } from 'fastify';
import { languages, type Language, type Sentence } from '../../core/sentence.ts';

export function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language'];
  if (wanted === undefined || wanted === '*') return 'en';
  // A call whose address cannot be read is answered before it has become a request like the others.
  if (!('language' in request)) return 'en';
  return (request.language([...languages]) || 'en') as Language;
}

/** Sentences in that language. */
export function inLanguage(language: Language, sentences: readonly Sentence[]): string[] {
  return sentences.map((sentence) => sentence[language]);
}
