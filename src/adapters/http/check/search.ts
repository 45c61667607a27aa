// Searching (AuthZEN, Search): which subjects may, which resources, which actions. Results stand in the order of their
// ids, and a page goes on behind the last id, so that what changes between two pages neither repeats nor hides others, and
// any process can give the next page. The token carries a digest of the question, because a page of another one is none.
import { createHash } from 'node:crypto';
import type { CheckReads, Found } from '../../../app/check.ts';
import type { Question } from '../../../core/check.ts';
import { Problem } from '../../../core/problem.ts';
import type { Instant } from '../../../core/time.ts';
import { readingOr400, type Asked, type CheckDeps } from './answers.ts';
import { isObject, readBody, readSearch, Unreadable, type Json, type Searched } from './question.ts';

const usualLimit = 100;
const mostLimit = 1000;

interface Page {
  readonly after: string | null;
  readonly limit: number;
}

/** @throws Problem for what cannot be read, and `check_uncertain`: nobody found would say that nobody may. */
export function answerSearch(
  searched: Searched,
  { checks, types }: CheckDeps,
  { contentType, body }: Asked,
): string {
  const { question, type, page, digest } = readingOr400(() => {
    const read = readBody(contentType, body);
    const asked = readSearch(read, types, searched);
    const word = digestOf(searched, asked);
    return {
      question: asked,
      type: searched === 'action' ? null : (read[searched] as { type: string }).type,
      page: pageOf(read, word),
      digest: word,
    };
  });
  const search = checks.search();
  if (!search) throw new Problem('check_uncertain');
  const { ids, total } = found(searched, search.reads, question, search.now, page);
  const last = ids.at(-1);
  const isLast = last === undefined || ids.length < page.limit;
  return JSON.stringify({
    page: { next_token: isLast ? '' : tokenOf(digest, last), count: ids.length, total },
    results: ids.map((id) => (type === null ? { name: id } : { type, id })),
  });
}

function found(
  searched: Searched,
  reads: CheckReads,
  question: Question,
  now: Instant,
  { after, limit }: Page,
): Found {
  if (searched === 'subject') return reads.subjects(question, now, after, limit);
  if (searched === 'resource') return reads.resources(question, now, after, limit);
  const all = reads.actions(question, now);
  return { ids: all.filter((name) => after === null || name > after).slice(0, limit), total: all.length };
}

function pageOf({ page }: Json, digest: string): Page {
  if (page === undefined) return { after: null, limit: usualLimit };
  if (!isObject(page)) throw new Unreadable('page', 'has to be an object');
  const { token = '', limit = usualLimit } = page;
  if (typeof token !== 'string') throw new Unreadable('page.token', 'has to be a text');
  if (!Number.isSafeInteger(limit) || (limit as number) < 1)
    throw new Unreadable('page.limit', 'has to be a whole number from 1');
  return { after: afterFrom(token, digest), limit: Math.min(limit as number, mostLimit) };
}

function digestOf(searched: Searched, question: Question): string {
  return createHash('sha256')
    .update(JSON.stringify([searched, question]))
    .digest('base64url')
    .slice(0, 16);
}

function tokenOf(digest: string, last: string): string {
  return `${digest}${Buffer.from(last).toString('base64url')}`;
}

function afterFrom(token: string, digest: string): string | null {
  if (token === '') return null;
  if (!token.startsWith(digest)) throw new Unreadable('page.token', 'is not of this search');
  return Buffer.from(token.slice(digest.length), 'base64url').toString();
}
