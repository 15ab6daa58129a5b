import main from '@tldraw/assets/translations/main.json'
import nl from '@tldraw/assets/translations/nl.json'
import { describe, expect, it } from 'vitest'
import { DUTCH } from './dutch'

const english: Record<string, string> = main
const dutch: Record<string, string> = { ...nl, ...DUTCH }

describe('Dutch for the canvas library', () => {
  it('[CV1] no text of tldraw falls back to English', () => {
    expect(Object.keys(english).filter((key) => !dutch[key])).toEqual([])
  })

  it('[CV1] every override is a text that tldraw has', () => {
    expect(Object.keys(DUTCH).filter((key) => !(key in english))).toEqual([])
  })
})
