// Serves /www over HTTP/3 until it is told to stop.

import { basename } from "node:path";

const WWW = "/www";

Bun.serve({
  port: 443,
  hostname: "::",
  http1: false,
  http3: true,
  tls: { cert: Bun.file("/certs/cert.pem"), key: Bun.file("/certs/priv.key") },
  async fetch(request) {
    const file = Bun.file(`${WWW}/${basename(new URL(request.url).pathname)}`);
    return (await file.exists()) ? new Response(file) : new Response(null, { status: 404 });
  },
});
