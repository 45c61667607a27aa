// The table of problems as a fact for review (test/output/problems.txt) and as a page for readers
// (docs/reference/problems.md): the status is how HTTP spells the kind.
import { statusOf } from '../../src/adapters/http/problems.ts';
import { problems, type ProblemKind } from '../../src/core/problem.ts';

const all = Object.entries(problems).map(([code, problem]) => {
  const { kind, title, fix } = problem as { kind: ProblemKind; title: string; fix?: string };
  return { code, status: statusOf[kind], kind, title, fix: fix ?? '' };
});

export function problemsText(): string {
  const width = Math.max(...all.map(({ code }) => code.length));
  return all.map(({ code, status, title }) => `${status}  ${code.padEnd(width)}  ${title}\n`).join('');
}

export function problemsPage(): string {
  const rows = all.map(({ code, status, title, fix }) => `| \`${code}\` | ${status} | ${title} | ${fix} |`);
  return [
    '# Problems',
    '',
    'Every way in which Countersign says no. HTTP answers it as `application/problem+json` with the status and the code',
    'below, a `detail` about the case at hand, and `violations` that name the fields at fault. The codes do not change;',
    'sentences may. This page is generated from `src/core/problem.ts`.',
    '',
    '| code | status | meaning | what helps |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
