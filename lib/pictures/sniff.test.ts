import { describe, expect, it } from 'vitest'
import { formOf, isPictureForm } from './sniff'

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))

describe('what a file is', () => {
  it.each([
    ['\xff\xd8\xff\xe1..Exif', 'jpeg'],
    ['\x89PNG\r\n\x1a\n....IHDR', 'png'],
    ['RIFF1234WEBPVP8 ', 'webp'],
    ['GIF89a..........', 'gif'],
    ['%PDF-1.7\n......', 'pdf'],
    ['\0\0\0\x18ftypheic....', 'heic'],
    ['\0\0\0\x18ftypmif1....', 'heic'],
    ['\0\0\0\x1cftypavif....', 'other'],
    ['<svg xmlns="http', 'other'],
    ['<?xml version="1', 'other'],
    ['RIFF1234WAVEfmt ', 'other'],
    ['\x89PNG', 'other'],
    ['', 'other'],
  ] as const)('[EV14] is told by its first bytes: %j is %s', (head, form) => {
    expect(formOf(bytes(head))).toBe(form)
    expect(isPictureForm(formOf(bytes(head)))).toBe(['jpeg', 'png', 'webp', 'gif'].includes(form))
  })
})
