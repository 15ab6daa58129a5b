import {
  IdentifierNode,
  OperationNodeTransformer,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type SchemableIdentifierNode,
  type UnknownRow,
} from 'kysely'

/**
 * In PostgreSQL the key ring is a schema beside that of the data: `keys`, or `<schema>_keys` where the data is not in
 * `public`, so that two stores in one database have two rings.
 */
export const keyRingSchemaOf = (schema: string): string => (schema === 'public' ? 'keys' : `${schema}_keys`)

/** Our queries name the ring `keys`, as SQLite knows it; this names it as it is called here. */
export class KeyRingSchema implements KyselyPlugin {
  readonly #renaming: Renaming

  constructor(schema: string) {
    this.#renaming = new Renaming(keyRingSchemaOf(schema))
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.#renaming.transformNode(node, queryId)
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result)
  }
}

class Renaming extends OperationNodeTransformer {
  readonly #name: string

  constructor(name: string) {
    super()
    this.#name = name
  }

  protected override transformSchemableIdentifier(
    node: SchemableIdentifierNode,
    queryId?: PluginTransformQueryArgs['queryId'],
  ): SchemableIdentifierNode {
    const whole = super.transformSchemableIdentifier(node, queryId)
    return whole.schema?.name === 'keys' ? { ...whole, schema: IdentifierNode.create(this.#name) } : whole
  }
}
