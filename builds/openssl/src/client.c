/* Downloads the requested files, over as many connections as the test case wants. */
#include "endpoint.h"

#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { TICKET_MS = 10000, CLOSE_MS = 30 };

typedef struct {
    char host[256], port[8], path[PATH_LENGTH];
} url;

typedef struct {
    SSL *stream;
    FILE *file;
} download;

static SSL_SESSION *newest;

static int keep_session(SSL *ssl, SSL_SESSION *session) {
    (void)ssl;
    SSL_SESSION_free(newest);
    newest = session;
    return 1; /* the reference is ours */
}

static url parse(const char *text) {
    url it = {.port = "443"};
    if (sscanf(text, "https://%255[^:/]:%7[0-9]%1023s", it.host, it.port, it.path) != 3 &&
        sscanf(text, "https://%255[^:/]%1023s", it.host, it.path) != 2)
        fail(text);
    return it;
}

static SSL *dial(SSL_CTX *context, const url *to, SSL_SESSION *session) {
    static const unsigned char alpn[] = "\x0ahq-interop";
    BIO_ADDRINFO *found;
    if (!BIO_lookup_ex(to->host, to->port, BIO_LOOKUP_CLIENT, AF_UNSPEC, SOCK_DGRAM, 0, &found))
        fail(to->host);
    int family = BIO_ADDRINFO_family(found);
    int fd = BIO_socket(family, SOCK_DGRAM, 0, 0);
    BIO_ADDR *peer = BIO_ADDR_dup(BIO_ADDRINFO_address(found));
    BIO_ADDRINFO_free(found);
    BIO *bio = BIO_new(BIO_s_datagram());
    if (fd < 0 || !peer || !bio || !BIO_socket_nbio(fd, 1) || !BIO_connect(fd, peer, 0))
        fail("socket");
    BIO_set_fd(bio, fd, BIO_CLOSE);
    SSL *ssl = SSL_new(context);
    if (!ssl)
        fail("SSL_new");
    SSL_set_bio(ssl, bio, bio);
    if (!SSL_set_tlsext_host_name(ssl, to->host) || !SSL_set1_host(ssl, to->host) ||
        SSL_set_alpn_protos(ssl, alpn, sizeof alpn - 1) || !SSL_set1_initial_peer_addr(ssl, peer) ||
        (session && !SSL_set_session(ssl, session)))
        fail("setting up the connection");
    BIO_ADDR_free(peer);
    if (SSL_connect(ssl) != 1)
        fail("handshake");
    if (!SSL_set_default_stream_mode(ssl, SSL_DEFAULT_STREAM_MODE_NONE))
        fail("stream mode");
    SSL_set_blocking_mode(ssl, 0);
    return ssl;
}

/* Sleeps until the connection has something to read or its timer fires. */
static void await(SSL *ssl, int limit_ms) {
    struct timeval timer;
    int infinite = 1, ms = limit_ms;
    if (SSL_get_event_timeout(ssl, &timer, &infinite) && !infinite) {
        long until = timer.tv_sec * 1000 + (timer.tv_usec + 999) / 1000;
        ms = until < limit_ms ? (int)until : limit_ms;
    }
    struct pollfd wait = {.fd = SSL_get_fd(ssl), .events = POLLIN};
    if (SSL_net_write_desired(ssl))
        wait.events |= POLLOUT;
    poll(&wait, 1, ms);
    SSL_handle_events(ssl);
}

static bool opened(SSL *ssl, download *it, const url *what) {
    char line[PATH_LENGTH + 16], target[PATH_LENGTH + 16];
    it->stream = SSL_new_stream(ssl, SSL_STREAM_FLAG_NO_BLOCK);
    if (!it->stream)
        return false; /* no credit yet */
    int length = snprintf(line, sizeof line, "GET %s\r\n", what->path);
    size_t written;
    if (!SSL_write_ex2(it->stream, line, (size_t)length, SSL_WRITE_FLAG_CONCLUDE, &written) || written != (size_t)length)
        fail("request");
    snprintf(target, sizeof target, "/downloads/%s", strrchr(what->path, '/') + 1);
    it->file = fopen(target, "wb");
    if (!it->file)
        fail(target);
    return true;
}

/* Saves what has arrived; whether the answer is complete. */
static bool saved(download *it) {
    static char chunk[CHUNK];
    size_t length;
    while (SSL_read_ex(it->stream, chunk, sizeof chunk, &length))
        if (fwrite(chunk, 1, length, it->file) != length)
            fail("writing a file");
    switch (SSL_get_error(it->stream, 0)) {
    case SSL_ERROR_WANT_READ:
        return false;
    case SSL_ERROR_ZERO_RETURN:
        break;
    default:
        fail("reading an answer");
    }
    if (fclose(it->file))
        fail("writing a file");
    SSL_free(it->stream);
    return true;
}

static void get(SSL *ssl, int count, char **urls) {
    download *open = calloc((size_t)count, sizeof *open);
    int asked = 0, running = 0;
    while (asked < count || running) {
        while (asked < count) {
            url what = parse(urls[asked]);
            if (!opened(ssl, &open[running], &what))
                break;
            asked++;
            running++;
        }
        for (int i = 0; i < running;)
            if (saved(&open[i]))
                open[i] = open[--running];
            else
                i++;
        if (asked < count || running)
            await(ssl, 1000);
    }
    free(open);
}

static int elapsed_ms(const struct timespec *since) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int)((now.tv_sec - since->tv_sec) * 1000 + (now.tv_nsec - since->tv_nsec) / 1000000);
}

static void await_ticket(SSL *ssl) {
    struct timespec start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    while (!newest) {
        if (elapsed_ms(&start) > TICKET_MS)
            fail("no session ticket");
        await(ssl, 100);
    }
}

/* The closing frame leaves at once; the draining period is not sat out. */
static void hang_up(SSL *ssl) {
    SSL_shutdown_ex(ssl, SSL_SHUTDOWN_FLAG_RAPID | SSL_SHUTDOWN_FLAG_NO_STREAM_FLUSH, NULL, 0);
    await(ssl, CLOSE_MS);
    SSL_free(ssl);
}

int run_client(int count, char **urls) {
    SSL_CTX *context = new_context(OSSL_QUIC_client_method());
    if (!SSL_CTX_load_verify_file(context, "/certs/ca.pem"))
        fail("/certs/ca.pem");
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    if (testcase_is("chacha20") && !SSL_CTX_set_ciphersuites(context, "TLS_CHACHA20_POLY1305_SHA256"))
        fail("cipher suite");
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context, keep_session);

    bool resumption = testcase_is("resumption"), one_each = resumption || testcase_is("multiconnect");
    for (int done = 0; done < count;) {
        url first = parse(urls[done]);
        int now = one_each && !(resumption && done) ? 1 : count - done;
        SSL *ssl = dial(context, &first, resumption ? newest : NULL);
        get(ssl, now, urls + done);
        if (resumption && !done)
            await_ticket(ssl);
        hang_up(ssl);
        done += now;
    }
    return 0;
}
