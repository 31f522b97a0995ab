// The client: one session on the endpoint that REQUESTS names, in which it fetches files or serves them.

import WebTransport from "../web-transport/src/index.ts";
import { assignments } from "./assignments.js";
import { CARRIERS, serve } from "./carriers.js";
import { exit, run } from "./process.js";

/**
 * How the library names an end without an error: not at all, by the code of the connection (0 or H3_NO_ERROR), or by
 * "closed" where the stream of the session ended without a word. At times it takes a lost connection for the last.
 */
const ORDERLY = /^(connection error: (closed|closed by peer: (0|256)))?$/;

await run(async (testcase, requests, protocols) => {
    const asked = assignments(requests.map((it) => new URL(it).pathname));
    // The library opens a connection for each session, and the contract wants one for all.
    if (asked.size !== 1) throw new Error(`REQUESTS has ${asked.size} endpoints; one is possible`);
    const [[endpoint, files]] = asked;

    const session = new WebTransport(`https://${new URL(requests[0]).host}/${endpoint}`, { protocols });
    await session.ready;
    if (testcase === "transfer") {
        await serve(session, endpoint);
        const { closeCode, reason } = await session.closed;
        if (closeCode !== 0 || !ORDERLY.test(reason)) {
            throw new Error(`the session ended with code ${closeCode}: ${reason}`);
        }
    } else if (testcase === "handshake") {
        if (!session.protocol) throw new Error("the server chose no protocol");
        await Deno.writeTextFile("/downloads/negotiated_protocol.txt", session.protocol);
    } else {
        await CARRIERS[testcase.split("-")[1]].fetch(session, endpoint, files);
    }
    session.close();
    await session.closed;
});
exit(0);
