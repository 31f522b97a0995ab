// Downloads the requested files over HTTP/3.

import { once } from "node:events";
import { basename } from "node:path";

const DOWNLOADS = "/downloads";

async function save(url) {
  const response = await fetch(url, { protocol: "http3" });
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  await Bun.write(`${DOWNLOADS}/${basename(new URL(url).pathname)}`, response);
}

// The start script writes a line when the simulator runs; until then Bun has time to start.
if ((await Promise.race([once(process.stdin, "data"), once(process.stdin, "end")])).length === 0) {
  console.error("the simulator did not start");
  process.exit(1);
}
try {
  await Promise.all(process.env.REQUESTS.trim().split(/\s+/).map(save));
  process.exit(0);
} catch (failure) {
  console.error(`failed: ${failure}`);
  process.exit(1);
}
