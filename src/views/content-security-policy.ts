/**
 * What a page may load and run, in the page itself: a host without headers, and a folder opened without a server, keep
 * to it too. It is the policy of `public/_headers` but for `frame-ancestors`, which only a header can state.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  // Firefox does not count a page of the same folder as its own.
  "form-action 'self' file:",
].join('; ');
