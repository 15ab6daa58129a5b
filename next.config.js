/** @type {import('next').NextConfig} */
export default {
  // The start script builds aside and swaps, so that a broken build never replaces a working one.
  distDir: process.env.NEXT_DIST_DIR ?? '.build/next',
  // No image optimiser: it has been a way in more than once, and photographs of boards come from our own store.
  images: { unoptimized: true },
  experimental: {
    // A photo is up to 15 MB (lib/pictures); by itself Next would pass on the first 10 MB of it, in silence.
    proxyClientMaxBodySize: '16mb',
    // Modules stay functions of their own. Joined in one, the canvas library is a function of over a megabyte, which
    // a browser reads whole and more than once before it runs: a board could be worked with a fifth later.
    turbopackScopeHoisting: false,
  },
  // `npm test` checks the types. A start on somebody's server should not do it again, nor stop on a test's.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
}
