// The server: a session for each folder of /www, in which it serves that folder's files or fetches the client's.

import { Server } from "../web-transport/src/index.ts";
import { assignments } from "./assignments.js";
import { CARRIERS, serve } from "./carriers.js";
import { exit, run } from "./process.js";

const say = (problem) => console.error(String(problem?.message ?? problem));

Deno.addSignalListener("SIGTERM", () => exit(0));

await run(async (testcase, requests) => {
    const asked = assignments(requests);
    const server = Server.bind("[::]:443", read("/certs/cert.pem"), read("/certs/priv.key"));
    for (;;) {
        const request = await server.accept();
        if (!request) throw new Error("the library takes no more sessions");
        meet(request, testcase, asked).catch(say);
    }
});

function read(file) {
    return Buffer.from(Deno.readFileSync(file));
}

async function meet(request, testcase, asked) {
    const [endpoint] = new URL(await request.url).pathname.split("/").filter(Boolean);
    const known = endpoint && ![".", ".."].includes(endpoint)
        && await Deno.stat(`/www/${endpoint}`).then((it) => it.isDirectory, () => false);
    if (!known) return await request.reject(404);

    const session = await request.ok();
    if (testcase === "transfer") return await serve(session, endpoint);
    try {
        await CARRIERS[testcase.split("-")[1]].fetch(session, endpoint, asked.get(endpoint) ?? []);
        session.close();
    } catch (problem) {
        session.close({ closeCode: 1, reason: "not all files could be fetched" });
        throw problem;
    }
}
