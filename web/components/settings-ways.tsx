// The line above every settings page that leads to the others. Everybody sees all of them: what is not theirs to change
// says so on its page, with the reason.
import { useLocation } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { settingsWaysWords } from '../words/settings-ways.ts';
import { useWordsOf } from '../words/words.tsx';
import { Link } from './links.tsx';

const ways = [
  ['organization', paths.settings()],
  ['members', paths.members()],
  ['keys', paths.keys()],
  ['sessions', paths.sessions()],
  ['notices', paths.noticeSetting()],
  ['identityProvider', paths.identityProvider()],
] as const;

/** Stands first in the page. */
export function SettingsWays() {
  const texts = useWordsOf(settingsWaysWords);
  const { pathname } = useLocation();
  return (
    <nav aria-label={texts.label} className="ways">
      {ways.map(([name, to]) => (
        <Link key={to} to={to} aria-current={pathname === to ? 'page' : undefined} underline="never">
          {texts[name]}
        </Link>
      ))}
    </nav>
  );
}
