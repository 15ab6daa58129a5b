import { BaseBoxShapeUtil, HTMLContainer, T } from 'tldraw'
import type { RecordProps, TLBaseShape } from 'tldraw'
import { PictureOnCanvas } from './PictureOnCanvas'

/** A picture of the board's own store, laid on the canvas. */
export type PictureShape = TLBaseShape<'picture', { w: number; h: number; picture: string }>

/** Ids of the board's store alone: never an address, so that nothing is fetched from elsewhere. */
const PictureId = T.string.check((id) => {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Error('not the id of a picture')
})

export class PictureUtil extends BaseBoxShapeUtil<PictureShape> {
  static override type = 'picture' as const
  static override props: RecordProps<PictureShape> = {
    w: T.positiveNumber,
    h: T.positiveNumber,
    picture: PictureId,
  }

  override getDefaultProps(): PictureShape['props'] {
    return { w: 320, h: 240, picture: 'none' }
  }

  override isAspectRatioLocked = () => true

  override component({ props }: PictureShape) {
    return (
      <HTMLContainer>
        <PictureOnCanvas picture={props.picture} />
      </HTMLContainer>
    )
  }

  override indicator({ props }: PictureShape) {
    return <rect width={props.w} height={props.h} />
  }
}
