// What carries a file within a session: how it is fetched, and how the other side's requests are answered.

import { content, Downloads, get, push, requested } from "./files.js";

/**
 * Requests by datagram that are under way at a time: nothing repeats a lost one, and the scenario's queue holds 25
 * packets, so that not all may go at once.
 */
const DATAGRAMS_UNDER_WAY = 8;

const ENDED = "the session ended before all files were there";

export const CARRIERS = {
    unidirectional: {
        async fetch(session, endpoint, files) {
            const downloads = new Downloads(endpoint, files);
            const answers = session.incomingUnidirectionalStreams.getReader();
            const asking = files.map(async (file) => send(await session.createUnidirectionalStream(), get(file)));
            const storing = files.map(async () => downloads.storePush(await all(await next(answers))));
            await Promise.all([...asking, ...storing]);
        },
        serve: (session, endpoint) =>
            each(session.incomingUnidirectionalStreams, async (stream) => {
                const answer = await push(endpoint, requested(await all(stream)));
                await send(await session.createUnidirectionalStream(), answer);
            }),
    },

    bidirectional: {
        async fetch(session, endpoint, files) {
            const downloads = new Downloads(endpoint, files);
            await Promise.all(files.map(async (file) => {
                const { readable, writable } = await session.createBidirectionalStream();
                await send(writable, get(file));
                await downloads.store(file, await all(readable));
            }));
        },
        serve: (session, endpoint) =>
            each(session.incomingBidirectionalStreams, async ({ readable, writable }) => {
                try {
                    await send(writable, await content(endpoint, requested(await all(readable))));
                } catch (problem) {
                    // Else the other side would wait until the session ends.
                    await writable.abort().catch(() => {});
                    throw problem;
                }
            }),
    },

    datagram: {
        async fetch(session, endpoint, files) {
            const downloads = new Downloads(endpoint, files);
            const requests = session.datagrams.writable.getWriter();
            const answers = session.datagrams.readable.getReader();
            const waiting = [...files];
            const ask = (count) => Promise.all(waiting.splice(0, count).map((file) => requests.write(get(file))));
            await ask(DATAGRAMS_UNDER_WAY);
            while (!downloads.complete) {
                await downloads.storePush(await next(answers));
                await ask(1);
            }
        },
        serve(session, endpoint) {
            const answers = session.datagrams.writable.getWriter();
            return each(session.datagrams.readable, async (message) => {
                await answers.write(await push(endpoint, requested(message)));
            });
        },
    },
};

/** Answers requests of all kinds until the session is over. Throws then, if an answer failed. */
export async function serve(session, endpoint) {
    await Promise.all(Object.values(CARRIERS).map((it) => it.serve(session, endpoint)));
}

/** Gives each piece to `answer`, without waiting for the one before. */
async function each(incoming, answer) {
    const answers = [];
    for await (const piece of incoming) {
        answers.push(answer(piece).then(() => [], (problem) => [problem]));
    }
    const [problem] = (await Promise.all(answers)).flat();
    if (problem) throw problem;
}

async function next(reader) {
    const { value, done } = await reader.read();
    if (done) throw new Error(ENDED);
    return value;
}

async function send(writable, message) {
    const writer = writable.getWriter();
    await writer.write(message);
    await writer.close();
}

async function all(readable) {
    return new Uint8Array(await new Response(readable).arrayBuffer());
}
