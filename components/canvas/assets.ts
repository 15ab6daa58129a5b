import { getAssetUrls } from '@tldraw/assets/selfHosted'

type AssetUrls = ReturnType<typeof getAssetUrls>

/**
 * Where the canvas library finds its files: with us. It fetches all it could ever need when it starts, so what is
 * never shown has no file: nothing is embedded, and every text is set in the one sans.
 */
export function assetUrls(): AssetUrls {
  const urls = getAssetUrls({ baseUrl: '/tldraw/' })
  return { ...urls, embedIcons: without(urls.embedIcons), fonts: inSans(urls.fonts) }
}

/** No address: nothing is fetched. */
function without<T extends Record<string, string>>(urls: T): T {
  return Object.fromEntries(Object.keys(urls).map((name) => [name, ''])) as T
}

/** Every face of `tldraw_draw_bold` and the like leads to the file of `tldraw_sans_bold`. */
function inSans<T extends Record<string, string>>(fonts: T): T {
  const sans = (name: string) => fonts[name.replace(/^tldraw_(draw|mono|serif)/, 'tldraw_sans')]
  return Object.fromEntries(Object.keys(fonts).map((name) => [name, sans(name)])) as T
}
