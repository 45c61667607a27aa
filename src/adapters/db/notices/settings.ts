// How people want to be told. Most have no row: what is usual holds for them.
import type pg from 'pg';
import type { NoticeSettings } from '../../../app/notices.ts';
import type { PersonId } from '../../../core/ids.ts';
import { usualSetting, type NoticeSetting } from '../../../core/notice-setting.ts';
import type { Language } from '../../../core/sentence.ts';

type Connection = Pick<pg.Pool, 'query'>;

export function noticeSettings(pool: Connection): NoticeSettings {
  return {
    of: async (people) => {
      const { rows } = await pool.query<Row>(
        'select * from notice_setting where person_id = any($1::text[])',
        [people],
      );
      const found = new Map(rows.map((row) => [row.person_id, settingFrom(row)]));
      return (person) => found.get(person) ?? usualSetting;
    },
    save: async (person, { language, mail, dailyAt, quiet }) => {
      await pool.query(saveText, [
        person,
        language,
        mail,
        dailyAt,
        quiet?.from ?? null,
        quiet?.until ?? null,
      ]);
    },
  };
}

interface Row {
  person_id: PersonId;
  language: Language;
  mail: NoticeSetting['mail'];
  daily_at: number;
  quiet_from: number | null;
  quiet_until: number | null;
}

function settingFrom({ language, mail, daily_at, quiet_from, quiet_until }: Row): NoticeSetting {
  const quiet = quiet_from === null || quiet_until === null ? null : { from: quiet_from, until: quiet_until };
  return { language, mail, dailyAt: daily_at, quiet };
}

const saveText = `
insert into notice_setting (person_id, language, mail, daily_at, quiet_from, quiet_until) values ($1, $2, $3, $4, $5, $6)
on conflict (person_id) do update set language = excluded.language, mail = excluded.mail, daily_at = excluded.daily_at,
  quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
`;
