import { describe, expect, it } from 'vitest'
import { sayDate } from './say'

describe('sayDate', () => {
  it.each([
    ['2016-03-05', '5 mrt 2016', '5 Mar 2016'],
    ['2016-03', 'mrt 2016', 'Mar 2016'],
    ['2016', '2016', '2016'],
    ['2016~', '± 2016', 'about 2016'],
    ['2014?', '2014 (?)', '2014 (?)'],
    ['2014%', '± 2014 (?)', 'about 2014 (?)'],
    ['2014-22', 'zomer 2014', 'summer 2014'],
    ['2015-24', 'winter 2015/16', 'winter 2015/16'],
    ['1999-24', 'winter 1999/00', 'winter 1999/00'],
    ['199X', 'jaren 90', '1990s'],
    ['201X', 'jaren 2010', '2010s'],
    ['19XX', '20e eeuw', '20th century'],
    ['2016-35', '3e kwartaal 2016', 'Q3 2016'],
    ['2016-40', 'eerste helft 2016', 'first half of 2016'],
    ['[2016-03..2016-06]', 'tussen mrt en jun 2016', 'between Mar and Jun 2016'],
    ['[2015-12..2016-02]', 'tussen dec 2015 en feb 2016', 'between Dec 2015 and Feb 2016'],
    ['[2013..2015]', 'tussen 2013 en 2015', 'between 2013 and 2015'],
    ['[2016-01..2016-04]', 'begin 2016', 'early 2016'],
    ['[2013,2014,2015]', '2013, 2014 of 2015', '2013, 2014 or 2015'],
    ['2016-03/2016-06', 'mrt–jun 2016', 'Mar–Jun 2016'],
    ['2015-12/2016-02', 'dec 2015 – feb 2016', 'Dec 2015 – Feb 2016'],
    ['2016-03-05/2016-03-08', '5–8 mrt 2016', '5–8 Mar 2016'],
    ['2013/2015', '2013–2015', '2013–2015'],
    ['2013?/2014?', '2013–2014 (?)', '2013–2014 (?)'],
    ['2013/2014?', '2013 – 2014 (?)', '2013 – 2014 (?)'],
    ['2012~/2017-12', '± 2012 – dec 2017', 'about 2012 – Dec 2017'],
    ['2015-08/2016-07', 'schooljaar 2015/16', 'school year 2015/16'],
    ['[..2015]', 'voor 2015', 'before 2015'],
    ['[2015..]', 'na 2015', 'after 2015'],
    ['2015/..', 'sinds 2015', 'since 2015'],
    ['../2015', 'tot 2015', 'until 2015'],
    ['2016/', 'vanaf 2016, einde onbekend', 'from 2016, end unknown'],
    ['-0043', '44 v.Chr.', '44 BC'],
    ['2016-26', 'zomer 2016 noordelijk halfrond', 'summer 2016 northern hemisphere'],
    ['2015-30', 'zomer 2015/16 zuidelijk halfrond', 'summer 2015/16 southern hemisphere'],
    ['2016-32', 'winter 2016 zuidelijk halfrond', 'winter 2016 southern hemisphere'],
    ['2016-38', 'tweede vier maanden 2016', 'second four months of 2016'],
    ['1950S2', 'tussen 1900 en 1999', 'between 1900 and 1999'],
    ['1950S4', '1950', '1950'],
    ['1XXX', 'tussen 1000 en 1999', 'between 1000 and 1999'],
  ])('[DT40] says %s as "%s" and "%s"', (edtf, nl, en) => {
    expect([sayDate(edtf, 'nl'), sayDate(edtf, 'en')]).toEqual([nl, en])
  })

  it('[DT41] unknown digits never become a precise date', () => {
    const said = [
      ['2016-XX', '2016'],
      ['2016-XX-XX', '2016'],
      ['2016-03-XX', 'mrt 2016'],
      ['199X-03', 'jaren 90'],
      ['2016-1X', '2016'],
      ['19X5', '20e eeuw'],
      ['XXXX-12-XX', 'dec, jaar onbekend'],
      ['XXXX-12-24', '24 dec, jaar onbekend'],
      ['XXXX', 'jaar onbekend'],
    ]
    expect(said.map(([date = '']) => [date, sayDate(date, 'nl')])).toEqual(said)
  })

  it('[DT42] what is no date comes back as it is', () => {
    expect(sayDate('toen', 'nl')).toBe('toen')
  })
})
