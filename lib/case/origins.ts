/**
 * Where a change of a document comes from: the origins of Yjs transactions. Undo takes back commands, typing and
 * drawing of this session and nothing else; everything that came over the wire has the provider as its origin.
 */

/** A command of one person: the origin of its transaction. */
export class CommandOrigin {
  readonly type = 'command' as const
  constructor(
    /** The principal who gave the command. */
    readonly actor: string,
    /** The command's name, such as `moveEvent`. */
    readonly name: string,
  ) {}
}

/** Makes a record ready, still in the bin, for the command that follows at once: undo never takes it away. */
export class PreparingOrigin {
  readonly type = 'preparing' as const
}

/** One session's typing in shared texts; make one per session. */
export class TypingOrigin {
  readonly type = 'typing' as const
}

/** One session's free drawing; make one per session. */
export class DrawingOrigin {
  readonly type = 'drawing' as const
}
