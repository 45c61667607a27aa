// Where and when the person in front of the screen is: the language of times and lists, the time zone of the
// organization, and a now that moves on. Times that are shown as "2 days ago" take their now from here, so that they all
// change together and never disagree.
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

interface Place {
  readonly locale: string;
  readonly timeZone: string;
  readonly now: number;
}

const context = createContext<Place>({ locale: 'en', timeZone: 'UTC', now: Date.now() });

const tickMs = 20_000;

export function PlaceProvider(props: { locale: string; timeZone: string; children: ReactNode }) {
  const { locale, timeZone, children } = props;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const place = useMemo(() => ({ locale, timeZone, now }), [locale, timeZone, now]);
  return <context.Provider value={place}>{children}</context.Provider>;
}

export function usePlace(): Place {
  return use(context);
}
