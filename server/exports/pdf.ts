import PDFDocument from 'pdfkit'
import type { Drawing, Paint, Shape, TextShape } from '@/lib/drawing/shapes'
import { fontFile, PARTS, runsOf, type Weight } from './fonts'

type Pdf = InstanceType<typeof PDFDocument>

/** Facts about the document that readers and screen readers use. */
export interface PdfFacts {
  title: string
  lang: string
  madeAt: Date
  /** Name of each sheet in the list of contents. */
  bookmarks: readonly string[]
}

/** Drawings as pages of a PDF, in points. Text is text, in our own typeface, of which only the used letters go in. */
export async function pdfOf(sheets: readonly Drawing[], facts: PdfFacts): Promise<Buffer> {
  const { title, lang, madeAt } = facts
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    // Without it pdfkit would begin with Helvetica, which is not ours to embed.
    font: null as unknown as string,
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    info: { Title: title, Creator: 'Rotonde', Producer: 'Rotonde', CreationDate: madeAt, ModDate: madeAt },
  })
  for (const weight of ['regular', 'bold'] as const)
    for (const part of PARTS) doc.registerFont(`${part} ${weight}`, fontFile(part, weight).bytes)
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => doc.once('end', resolve).once('error', reject))
  for (const [i, sheet] of sheets.entries()) {
    doc.addPage({ size: [sheet.box.w, sheet.box.h], margin: 0 })
    if (sheets.length > 1) doc.outline.addItem(facts.bookmarks[i] ?? sheet.title)
    const part = doc.struct('Sect', { title: facts.bookmarks[i] ?? sheet.title })
    doc.addStructure(part)
    drawAll(doc, sheet.shapes, part)
    part.end()
  }
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

type Structure = ReturnType<Pdf['struct']>

/** Words are content, in the order of drawing; lines and bars are decoration for who hears the page. */
function drawAll(doc: Pdf, shapes: readonly Shape[], parent: Structure): void {
  for (const shape of shapes) {
    switch (shape.type) {
      case 'text':
        parent.add(doc.struct('P', {}, () => drawText(doc, shape)))
        break
      case 'group':
        doc.save().translate(shape.x, shape.y).scale(shape.scale)
        drawAll(doc, shape.shapes, shape.title === undefined ? parent : cardIn(doc, parent, shape.title))
        doc.restore()
        break
      case 'window': {
        const { x, y, scale, box } = shape
        doc
          .save()
          .rect(x, y, box.w * scale, box.h * scale)
          .clip()
        doc.translate(x, y).scale(scale).translate(-box.x, -box.y)
        drawAll(doc, shape.shapes, parent)
        doc.restore()
        break
      }
      case 'rect':
      case 'line':
      case 'circle':
      case 'path':
        doc.markContent('Artifact', { type: 'Layout' })
        drawForm(doc, shape)
        doc.endMarkedContent()
    }
  }
}

/** A card reads as one thing, whole: also what did not fit on it. */
function cardIn(doc: Pdf, parent: Structure, title: string): Structure {
  const card = doc.struct('Div', { alt: title })
  parent.add(card)
  return card
}

type Form = Exclude<Shape, TextShape | { type: 'group' } | { type: 'window' }>

function drawForm(doc: Pdf, shape: Form): void {
  switch (shape.type) {
    case 'rect':
      if (shape.w <= 0 || shape.h <= 0) return
      if (shape.rx)
        doc.roundedRect(shape.x, shape.y, shape.w, shape.h, Math.min(shape.rx, shape.w / 2, shape.h / 2))
      else doc.rect(shape.x, shape.y, shape.w, shape.h)
      break
    case 'line':
      doc.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2)
      break
    case 'circle':
      doc.circle(shape.cx, shape.cy, shape.r)
      break
    case 'path':
      if (shape.d === '') return
      doc.path(shape.d)
      break
  }
  paintForm(doc, shape, shape.type === 'path' && shape.evenOdd === true)
}

/** Everything is said for every form: pdfkit remembers what the last one had. */
function paintForm(doc: Pdf, paint: Paint, evenOdd: boolean): void {
  const { fill, stroke } = paint
  if (stroke !== undefined) {
    doc
      .lineWidth(paint.strokeWidth ?? 1)
      .lineCap(paint.round ? 'round' : 'butt')
      .lineJoin(paint.round ? 'round' : 'miter')
      .strokeColor(stroke)
      .strokeOpacity(paint.strokeOpacity ?? 1)
    if (paint.dash) doc.dash(paint.dash[0], { space: paint.dash[1] })
    else doc.undash()
  }
  if (fill !== undefined) doc.fillColor(fill).fillOpacity(paint.fillOpacity ?? 1)
  const rule = evenOdd ? 'even-odd' : 'non-zero'
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke, rule)
  else if (fill !== undefined) doc.fill(rule)
  else if (stroke !== undefined) doc.stroke()
  else doc.addContent('n')
}

function drawText(doc: Pdf, { text, x, y, px, weight, fill, anchor = 'start' }: TextShape): void {
  const { runs } = runsOf(text, weight)
  const widths = runs.map((run) => font(doc, run.part, weight, px).widthOfString(run.text))
  const width = widths.reduce((sum, one) => sum + one, 0)
  let at = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  doc.fillColor(fill).fillOpacity(1)
  runs.forEach((run, i) => {
    font(doc, run.part, weight, px).text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic' })
    at += widths[i] ?? 0
  })
}

function font(doc: Pdf, part: string, weight: Weight, px: number): Pdf {
  return doc.font(`${part} ${weight}`).fontSize(px)
}
