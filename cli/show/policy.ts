// A policy as somebody reads it who is about to ask, or to answer for it.
import type { Schemas } from '../server.ts';
import { wrapped } from './facts.ts';
import { plain, type Paint } from './paint.ts';
import { listed, personWords } from './words.ts';

export function policyText(policy: Schemas['Policy'], paint: Paint, width: number | null): string {
  const { whoWouldDecide, warning, proposal } = policy;
  const people = whoWouldDecide.people.map(personWords).sort();
  const deciders =
    policy.strategy === 'Auto' && people.length === 0
      ? []
      : [
          `Today that would be ${whoWouldDecide.system === null ? listed(people, 'or') : plain(whoWouldDecide.system)}.`,
        ];
  const lines = [...policy.sentences.map(plain), ...deciders].flatMap((sentence) => {
    const [first = '', ...rest] = wrapped(sentence, width === null ? null : width - 4);
    return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
  });
  return [
    `${paint('bold', plain(policy.resource))}  ${policy.strategy}`,
    ...lines,
    ...(warning === null ? [] : [`  ${paint('yellow', 'Beware:')} ${plain(warning)}`]),
    ...(proposal === null
      ? []
      : [
          `  ${paint('yellow', 'Proposed,')} and waiting for a second owner: ${proposal.loosens.map(plain).join('; ')}`,
        ]),
    '',
  ].join('\n');
}
