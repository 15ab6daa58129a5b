/** Headers that hold for static files too; pages and API answers get theirs, and a policy, in proxy.ts. */
const STATIC_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
]

/** @type {import('next').NextConfig} */
export default {
  // The start script builds aside and swaps, so that a broken build never replaces a working one.
  distDir: process.env.NEXT_DIST_DIR ?? '.build/next',
  // No image optimiser: it has been a way in more than once, and we show no photographs.
  images: { unoptimized: true },
  // `npm test` checks the types. A start on somebody's server should not do it again, nor stop on a test's.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  headers: () =>
    Promise.resolve(
      ['/_next/static/:path*', '/fonts/:path*', '/tldraw/:path*', '/icon.svg'].map((source) => ({
        source,
        headers: STATIC_HEADERS,
      })),
    ),
}
