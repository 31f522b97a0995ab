// The two transports as what @moq/net takes, a WebTransport, with an eye on the first message of each request stream:
// the library logs a relay's answers but hands none of them out.

import WebTransport from "../web-transport/src/index.ts";

const ALPN = "moqt-18";

/** Names of draft 18's messages by type (section 10); all of them fit into one byte. */
const MESSAGES = new Map([
    [0x03, "SUBSCRIBE"],
    [0x04, "SUBSCRIBE_OK"],
    [0x05, "REQUEST_ERROR"],
    [0x06, "PUBLISH_NAMESPACE"],
    [0x07, "REQUEST_OK"],
]);

/** Opens a transport; `answers` hears the request's name, and a promise of its answer's name. */
export async function open(url, verify, answers) {
    const transport = url.protocol === "moqt:" ? await quic(url, verify) : await webTransport(url, verify);
    const openStream = transport.createBidirectionalStream.bind(transport);
    return new Proxy(transport, {
        get(target, name) {
            if (name === "createBidirectionalStream") {
                return async (options) => watched(await openStream(options), answers);
            }
            const value = Reflect.get(target, name, target);
            return typeof value === "function" ? value.bind(target) : value;
        },
    });
}

async function webTransport(url, verify) {
    // The library pins by hash or not at all; a pin of the relay's own certificate is the stricter check.
    const hashes = verify ? { serverCertificateHashes: [{ algorithm: "sha-256", value: await hash() }] } : {};
    const session = new WebTransport(url, { serverCertificateDisableVerify: !verify, protocols: [ALPN], ...hashes });
    session.closed.catch(() => {});
    await session.ready;
    return session;
}

async function hash() {
    const pem = await Deno.readTextFile("/certs/cert.pem");
    const base64 = pem.replace(/-----[^-]+-----|\s/g, "");
    return new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(atob(base64), (it) => it.charCodeAt(0))));
}

async function quic(url, verify) {
    const connection = await Deno.connectQuic({
        hostname: url.hostname,
        port: Number(url.port || 443),
        alpnProtocols: [ALPN],
        ...(verify ? { caCerts: [await Deno.readTextFile("/certs/cert.pem")] } : {}),
    });
    connection.closed.catch(() => {});
    return {
        protocol: ALPN,
        ready: Promise.resolve(),
        closed: connection.closed,
        datagrams: {
            readable: new ReadableStream({ pull: async (to) => to.enqueue(await connection.readDatagram()) }, { highWaterMark: 0 }),
            writable: new WritableStream({ write: (datagram) => connection.sendDatagram(datagram) }),
        },
        incomingBidirectionalStreams: connection.incomingBidirectionalStreams,
        incomingUnidirectionalStreams: connection.incomingUnidirectionalStreams,
        createBidirectionalStream: (options) => connection.createBidirectionalStream(options),
        createUnidirectionalStream: (options) => connection.createUnidirectionalStream(options),
        close: (info) => connection.close({ closeCode: info?.closeCode ?? 0, reason: info?.reason ?? "" }),
    };
}

function watched({ readable, writable }, answers) {
    const answer = Promise.withResolvers();
    answer.promise.catch(() => {});
    const reader = readable.getReader();
    const writer = writable.getWriter();
    let asked = false;
    return {
        readable: new ReadableStream({
            async pull(to) {
                const { value, done } = await reader.read().catch((problem) => {
                    answer.reject(problem);
                    throw problem;
                });
                if (done) {
                    answer.reject(new Error("the stream ended without an answer"));
                    to.close();
                } else {
                    if (value.length > 0) answer.resolve(name(value[0]));
                    to.enqueue(value);
                }
            },
            cancel: (reason) => reader.cancel(reason),
        }),
        writable: new WritableStream({
            write(chunk) {
                if (!asked && chunk.length > 0) {
                    asked = true;
                    answers(name(chunk[0]), answer.promise);
                }
                return writer.write(chunk);
            },
            close: () => writer.close(),
            abort: (reason) => writer.abort(reason),
        }),
    };
}

function name(type) {
    return MESSAGES.get(type) ?? `message 0x${type.toString(16)}`;
}
