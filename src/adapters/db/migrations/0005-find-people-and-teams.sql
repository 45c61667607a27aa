-- compatible: 2
-- People and teams by the words of their names. There are far fewer of them than of anything else, so the words are cut
-- by PostgreSQL within the index instead of being kept in a column; signs that its parser would take for a part of
-- something, as in a host name, become blanks before. Of an address only what stands before the @ is a word, because
-- what stands after it is the same for nearly everybody.

create index person_words on person using gin (
  to_tsvector('simple'::regconfig, translate(coalesce(name, '') || ' ' || split_part(email, '@', 1), '.,:;/_@&+#<>=?%~*-', '                  '))
) where erased_at is null;

-- In the order in which people look each other up.
create index person_name on person ((lower(coalesce(name, email)) collate "C"), position) where erased_at is null;

create index team_words on team using gin (
  to_tsvector('simple'::regconfig, translate(id || ' ' || name, '.,:;/_@&+#<>=?%~*-', '                  '))
) where deleted_at is null;
