/** Small pieces of SVG text. Numbers have at most one decimal: short, and the same bytes on every machine. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for an element or an attribute. What XML cannot hold (control characters, half surrogates) becomes �. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char)
}

export function num(value: number): string {
  const rounded = Math.round(value * 10) / 10
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element; attributes that are undefined are left out, their values are escaped, `inside` is not. */
export function tag(name: string, attributes: Attributes, inside = ''): string {
  let head = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) head += ` ${key}="${typeof value === 'number' ? num(value) : escapeXml(value)}"`
  }
  return inside === '' ? `${head}/>` : `${head}>${inside}</${name}>`
}
