import type { EventKindName } from '@/lib/case/schema'

/** A shape in a box of 16 × 16: filled, or drawn as a line of 2 px. */
export interface Icon {
  path: string
  drawn: 'fill' | 'line'
}

/** One shape for each kind of event, so that no kind is told by colour alone. */
export const ICONS: Readonly<Record<EventKindName, Icon>> = {
  decision: { path: 'M8 1.5L14.5 8L8 14.5L1.5 8Z', drawn: 'fill' },
  contact: {
    path: 'M3 2.5H13A1.5 1.5 0 0 1 14.5 4V9.5A1.5 1.5 0 0 1 13 11H8L4 14.5V11H3A1.5 1.5 0 0 1 1.5 9.5V4A1.5 1.5 0 0 1 3 2.5Z',
    drawn: 'fill',
  },
  family: { path: 'M2.5 2.5H13.5V13.5H2.5Z', drawn: 'fill' },
  experience: { path: 'M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z', drawn: 'fill' },
  need: {
    path: 'M8 14.2C3.6 11 1.3 8.6 1.3 5.6A3.6 3.6 0 0 1 8 3.9A3.6 3.6 0 0 1 14.7 5.6C14.7 8.6 12.4 11 8 14.2Z',
    drawn: 'fill',
  },
  roundabout: { path: 'M8 2.5A5.5 5.5 0 1 1 8 13.5A5.5 5.5 0 1 1 8 2.5Z', drawn: 'line' },
  gap: { path: 'M1.5 13L6 3M6 13L10.5 3M10.5 13L15 3', drawn: 'line' },
  dream: { path: 'M2 6V2H6M10 2H14V6M14 10V14H10M6 14H2V10', drawn: 'line' },
}

/** Five points in the same box: "dit was belangrijk". */
export const STAR = 'M8 1.3L10 5.9L15 6.3L11.2 9.6L12.4 14.5L8 11.9L3.6 14.5L4.8 9.6L1 6.3L6 5.9Z'

/** A line that turns back, in the same box: "dit was een keerpunt". */
export const TURN = 'M3 14V6.5A4 4 0 0 1 11 6.5V12M7.8 9L11 12.4L14.2 9'

/** A lock, in the same box: not everybody may see this. */
export const LOCK = 'M3 7.5H13V14H3ZM5.2 7.5V5A2.8 2.8 0 0 1 10.8 5V7.5'

/** A picture in a frame, in the same box. */
export const PICTURE = 'M2 3H14V13H2ZM2.5 11L6 7.5L9 10.5L11 8.5L13.5 11M10.6 5.6H10.7'
