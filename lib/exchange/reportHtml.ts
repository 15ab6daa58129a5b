import type { Locale } from '@/lib/dates/types'
import { escapeXml } from '@/lib/drawing/xml'
import type { Report, ReportRow } from './report'
import type { StakesTable } from './reportStakes'

/** Paper first: a table whose head comes back on every sheet and whose rows are not cut. */
const CSS = `
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: #1c2733; background: #fff;
  font: 16px/1.5 'Atkinson Hyperlegible Next', Verdana, sans-serif }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25 }
h2 { margin: 2rem 0 .5rem; font-size: 1.15rem }
p { margin: .25rem 0 } .soft { color: #55616e } .small { font-size: .875rem }
table { width: 100%; margin-top: 1.5rem; border-collapse: collapse }
th, td { padding: .6rem .75rem .6rem 0; border-top: 1px solid #8c877c; text-align: left; vertical-align: top }
thead th { border-top: 0; font-size: .875rem; color: #55616e }
tbody th { width: 16%; font-weight: 400 } .title { font-weight: 700 }
td:nth-child(2) { width: 38% } td:nth-child(3) { width: 14% }
.stakes { margin-top: 0 } .stakes td { width: auto }
ul { margin: .25rem 0; padding-left: 1.1rem }
.take { margin: .5rem 0 0; padding-left: .6rem; border-left: 2px solid #8c877c }
td, th, p, li, h1 { overflow-wrap: anywhere }
@media (max-width: 640px) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  table, tbody, tr, th, td { display: block; width: auto !important }
  tr { border-top: 2px solid #8c877c; padding: .5rem 0 } th, td { border: 0; padding: .15rem 0 }
  td[data-of]::before { content: attr(data-of) ': '; color: #55616e }
}
@media print { @page { margin: 15mm } body { padding: 0; font-size: 10.5pt; max-width: none }
  thead { display: table-header-group } tr, .take { break-inside: avoid } }
`

/** A report as one HTML file that asks nothing of anybody: no script, no address, no image. Total. */
export function reportHtml(report: Report, locale: Locale): string {
  const { headings } = report
  const heads = [headings.when, headings.what, headings.who, headings.words]
  const table =
    report.rows.length === 0
      ? p(report.empty)
      : `<table>\n<thead><tr>${heads.map((head) => `<th scope="col">${escapeXml(head)}</th>`).join('')}</tr></thead>\n<tbody>\n${report.rows.map(row).join('\n')}\n</tbody>\n</table>`
  const threads =
    report.threads.lines.length === 0
      ? ''
      : `<h2>${escapeXml(report.threads.title)}</h2>\n${list(report.threads.lines)}`
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(report.title)}</title>
<style>${CSS}</style>
</head>
<body>
<main>
<h1>${escapeXml(report.title)}</h1>
${p(report.question, 'soft')}
${p([report.made, report.note].filter((part) => part !== '').join(' · '), 'soft small')}
${table}
${threads}
${[report.stakes, ...report.rounds].map(stakes).join('\n')}
<h2>${escapeXml(report.leftOut.title)}</h2>
${p(report.leftOut.text)}
</main>
</body>
</html>
`
}

function stakes({ title, headings, rows }: StakesTable): string {
  if (rows.length === 0) return ''
  const heads = headings.map((head) => `<th scope="col">${escapeXml(head)}</th>`).join('')
  // Where there is no room for columns, each answer stands after what was asked.
  const cell = (text: string, i: number) =>
    text === '' ? '<td></td>' : `<td data-of="${escapeXml(headings[i + 1] ?? '')}">${escapeXml(text)}</td>`
  const lines = rows.map(
    ([name = '', ...rest]) => `<tr><th scope="row">${p(name, 'title')}</th>${rest.map(cell).join('')}</tr>`,
  )
  return `<h2>${escapeXml(title)}</h2>\n<table class="stakes">\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`
}

function row({ when, title, marks, text, exits, who, told, takes }: ReportRow): string {
  const [date = '', ...said] = when
  const what = [
    p(title, 'title'),
    p(marks, 'soft small'),
    ...text.map((line) => p(line)),
    exits.lines.length === 0 ? '' : p(exits.title, 'small title') + list(exits.lines),
  ]
  const words = [
    p(told.join(' · '), 'soft small'),
    ...takes.map(
      (take) =>
        `<div class="take">${p(take.author, 'title')}${p(take.marks, 'soft small')}${take.text.map((line) => p(line)).join('')}</div>`,
    ),
  ]
  return `<tr><th scope="row">${p(date)}${said.map((line) => p(line, 'soft small')).join('')}</th><td>${what.join('')}</td><td>${who.map((name) => p(name)).join('')}</td><td>${words.join('')}</td></tr>`
}

function p(text: string, look = ''): string {
  if (text === '') return ''
  return `<p${look === '' ? '' : ` class="${look}"`}>${escapeXml(text)}</p>`
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul>`
}
