/**
 * The examples of the Extended Date/Time Format specification of the Library of Congress (4 February 2019, the
 * profile of ISO 8601-2), by the name of the feature that they show.
 */
interface Section {
  level: 0 | 1 | 2
  feature: string
  examples: readonly string[]
}

export const SPECIFICATION: readonly Section[] = [
  { level: 0, feature: 'Date', examples: ['1985-04-12', '1985-04', '1985'] },
  {
    level: 0,
    feature: 'Date and Time',
    examples: [
      '1985-04-12T23:20:30',
      '1985-04-12T23:20:30Z',
      '1985-04-12T23:20:30-04',
      '1985-04-12T23:20:30+04:30',
    ],
  },
  {
    level: 0,
    feature: 'Time Interval',
    examples: [
      '1964/2008',
      '2004-06/2006-08',
      '2004-02-01/2005-02-08',
      '2004-02-01/2005-02',
      '2004-02-01/2005',
      '2005/2006-02',
    ],
  },
  { level: 1, feature: 'Letter-prefixed calendar year', examples: ['Y170000002', 'Y-170000002'] },
  { level: 1, feature: 'Seasons', examples: ['2001-21', '2001-22', '2001-23', '2001-24'] },
  { level: 1, feature: 'Qualification of a date (complete)', examples: ['1984?', '2004-06~', '2004-06-11%'] },
  {
    level: 1,
    feature: 'Unspecified digit(s) from the right',
    examples: ['201X', '20XX', '2004-XX', '1985-04-XX', '1985-XX-XX'],
  },
  {
    level: 1,
    feature: 'Extended Interval (L1)',
    examples: [
      '1985-04-12/..',
      '1985-04/..',
      '1985/..',
      '../1985-04-12',
      '../1985-04',
      '../1985',
      '1985-04-12/',
      '1985-04/',
      '1985/',
      '/1985-04-12',
      '/1985-04',
      '/1985',
    ],
  },
  {
    level: 1,
    feature: 'Qualified ends of an interval',
    examples: ['1984~/2004-06', '1984/2004-06~', '1984~/2004~', '1984?/2004%', '1984-06-02?/2004-08-08~'],
  },
  { level: 1, feature: 'Negative calendar year', examples: ['-1985'] },
  { level: 2, feature: 'Exponential year', examples: ['Y-17E7'] },
  { level: 2, feature: 'Significant digits', examples: ['1950S2', 'Y171010000S3', 'Y3388E2S3'] },
  {
    level: 2,
    feature: 'Sub-year groupings',
    examples: Array.from({ length: 21 }, (_, i) => `2001-${String(21 + i)}`),
  },
  {
    level: 2,
    feature: 'Set representation: one of a set',
    examples: [
      '[1667,1668,1670..1672]',
      '[..1760-12-03]',
      '[1760-12..]',
      '[1760-01,1760-02,1760-12..]',
      '[1667,1760-12]',
      '[..1984]',
    ],
  },
  {
    level: 2,
    feature: 'Qualification: group and individual component',
    examples: ['2004-06-11%', '2004-06~-11', '2004?-06-11', '?2004-06-~11', '2004-%06-11'],
  },
  {
    level: 2,
    feature: 'Unspecified digit',
    examples: ['156X-12-25', '15XX-12-25', 'XXXX-12-XX', '1XXX-XX', '1XXX-12', '1984-1X'],
  },
  { level: 2, feature: 'Interval', examples: ['2004-06-~01/2004-06-~20', '2004-06-XX/2004-07-03'] },
]

/** Level 2 has this too; we refuse it, because dates that all hold are several moments. */
export const ALL_OF_A_SET: readonly string[] = ['{1667,1668,1670..1672}', '{1960,1961-12}', '{..1984}']
