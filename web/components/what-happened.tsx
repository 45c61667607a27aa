// What others did to a request while somebody was about to decide it: who, when, and what they said. Whoever was slower
// reads it in the place where they type, before anything of theirs is sent, so nobody overwrites what they have not seen.
import { Text } from '@mantine/core';
import type { Access, Schemas } from '../api/client.ts';
import { Said } from '../ui/panel.tsx';
import { Ago } from '../ui/time.tsx';
import { actorName } from '../words/telling.ts';
import { useWords } from '../words/words.tsx';

/** Whether it stands otherwise than when it was looked at. Notes and links that somebody wrote make no difference. */
export function hasMoved(before: Access, now: Access): boolean {
  return stampOf(before) !== stampOf(now);
}

function stampOf({ approval }: Access): string {
  const { state, standing, request, decisions } = approval;
  return JSON.stringify([state, standing, request?.fingerprint, decisions.map(wordOf)]);
}

function wordOf({ id, voidSince }: Schemas['Decision']): string {
  return `${id} ${voidSince ?? ''}`;
}

export function WhatHappened({ before, now }: { before: Access; now: Access }) {
  const words = useWords();
  const known = new Set(before.approval.decisions.map(wordOf));
  const fresh = now.approval.decisions.filter((decision) => !known.has(wordOf(decision)));
  const isOther = before.approval.request?.fingerprint !== now.approval.request?.fingerprint;
  const state = words.states[now.approval.state] ?? now.approval.state;
  return (
    <div>
      {isOther && <div>{words.decide.askedOther}</div>}
      {fresh.map((decision) => (
        <Word key={wordOf(decision)} decision={decision} />
      ))}
      {!isOther && fresh.length === 0 && <div>{words.decide.nowIs(state)}</div>}
    </div>
  );
}

/** `Carol rejected it 2 minutes ago`, and in which words. */
function Word({ decision: { by, at, verdict, voidSince, comment } }: { decision: Schemas['Decision'] }) {
  const words = useWords();
  const who = actorName(by, words);
  const said = voidSince
    ? words.decide.tookBack
    : verdict === 'allow'
      ? words.access.agreed
      : words.decide.denied;
  return (
    <>
      <div>
        <strong>{said(who)}</strong>{' '}
        <Text component="span" inherit c="dimmed">
          <Ago at={voidSince ?? at} />
        </Text>
      </div>
      {comment && (
        <div className="quote">
          <Said text={comment} lines={6} />
        </div>
      )}
    </>
  );
}
