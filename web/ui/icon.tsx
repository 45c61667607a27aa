// The few pictures of the app, drawn as lines on a square of 24. They stand beside words and never instead of them, so
// they are hidden from whoever listens to the page.
const lines = {
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10 20.500h4',
  inbox: 'M4 13l2.5-8h11L20 13v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM4 13h4l1.5 2.5h5L16 13h4',
  key: 'M14.5 9.5a4 4 0 1 1-2.2-3.6M11.5 11l8 8M17 16.5l2-2',
  book: 'M5 4h10a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h10',
  code: 'M9 7l-5 5 5 5M15 7l5 5-5 5',
  check: 'M5 12.5l4.5 4.5L19 7',
  cross: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  half: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 4v16',
  pause: 'M9 6v12M15 6v12',
  stop: 'M7 7h10v10H7z',
  back: 'M10 6l-6 6 6 6M4 12h16',
  warn: 'M12 4l9 16H3zM12 10v4M12 17.2v.1',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  table: 'M4 6h16v12H4zM4 11h16M10 6v12',
  bolt: 'M13 4L6 13h5l-1 7 7-9h-5z',
  wave: 'M4 12c2-5 4-5 6 0s4 5 6 0 3-4 4-3',
  person: 'M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c.8-4 3.5-5.5 7-5.5s6.2 1.5 7 5.5',
  right: 'M9 6l6 6-6 6',
  people:
    'M9 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.5 19c.6-3.4 2.700-4.800 5.500-4.800s4.900 1.400 5.500 4.800M15.500 6.300a3 3 0 0 1 0 5.500M16.800 14.600c2 .5 3.300 1.900 3.700 4.400',
  target: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  frame: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  list: 'M5 7h14M5 12h14M5 17h9',
  chart: 'M5 19V9M10 19V5M15 19v-7M20 19V8',
  mesh: 'M6 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM18 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM7 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8 8l8 3.500M9 17l7-4',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 4v2.500M12 17.500V20M4 12h2.500M17.500 12H20M6.300 6.300l1.800 1.800M15.900 15.900l1.800 1.800M17.700 6.300l-1.800 1.800M8.100 15.900l-1.800 1.800',
} as const;

export type IconName = keyof typeof lines;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={lines[name]} />
    </svg>
  );
}
