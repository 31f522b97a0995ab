/* Serves /www until it is told to stop. */
#include "endpoint.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PORT = 443, STREAMS = 4096, CONNECTIONS = 256, IDLE_POLL_MS = 1000 };

typedef struct {
    SSL *stream;
    FILE *file; /* NULL until the request is complete */
    char request[PATH_LENGTH], chunk[CHUNK];
    size_t asked, length, sent;
    bool answering;
} answer;

static SSL *connections[CONNECTIONS];
static answer *answers[STREAMS];
static int connected, answered;

static int choose_alpn(SSL *ssl, const unsigned char **out, unsigned char *length, const unsigned char *in,
                       unsigned int in_length, void *argument) {
    (void)ssl, (void)argument;
    static const unsigned char known[] = "\x0ahq-interop";
    return SSL_select_next_proto((unsigned char **)out, length, known, sizeof known - 1, in, in_length) ==
                   OPENSSL_NPN_NEGOTIATED
               ? SSL_TLSEXT_ERR_OK
               : SSL_TLSEXT_ERR_ALERT_FATAL;
}

static int bound_socket(void) {
    struct sockaddr_in6 any = {.sin6_family = AF_INET6, .sin6_port = htons(PORT), .sin6_addr = in6addr_any};
    int fd = socket(AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&any, sizeof any))
        fail("binding the port");
    return fd;
}

/* The file that the request names; paths lead nowhere else than into /www. */
static void open_file(answer *it) {
    char path[PATH_LENGTH + 8];
    it->request[it->asked] = 0;
    it->answering = true;
    char *name = strrchr(it->request, '/');
    if (strncmp(it->request, "GET /", 5) || !name)
        return;
    name[strcspn(name, "\r\n")] = 0;
    snprintf(path, sizeof path, "/www%s", name);
    it->file = fopen(path, "rb");
}

static void read_request(answer *it) {
    size_t length;
    while (it->asked < sizeof it->request - 1 &&
           SSL_read_ex(it->stream, it->request + it->asked, sizeof it->request - 1 - it->asked, &length))
        it->asked += length;
    if (SSL_get_stream_read_state(it->stream) == SSL_STREAM_STATE_FINISHED ||
        it->asked == sizeof it->request - 1)
        open_file(it);
}

/* Sends what the peer takes; whether the answer is complete or can go no further. */
static bool finished(answer *it) {
    if (!it->answering)
        read_request(it);
    if (!it->answering)
        return SSL_get_stream_read_state(it->stream) > SSL_STREAM_STATE_FINISHED;
    for (;;) {
        if (it->sent == it->length) {
            it->sent = 0;
            it->length = it->file ? fread(it->chunk, 1, sizeof it->chunk, it->file) : 0;
            if (it->length == 0) {
                SSL_stream_conclude(it->stream, 0);
                return true;
            }
        }
        size_t written;
        if (!SSL_write_ex(it->stream, it->chunk + it->sent, it->length - it->sent, &written))
            return SSL_get_error(it->stream, 0) != SSL_ERROR_WANT_WRITE;
        it->sent += written;
    }
}

static void accept_streams(SSL *connection) {
    SSL *stream;
    while (answered < STREAMS && (stream = SSL_accept_stream(connection, SSL_ACCEPT_STREAM_NO_BLOCK))) {
        answer *it = calloc(1, sizeof *it);
        if (!it)
            fail("memory");
        it->stream = stream;
        answers[answered++] = it;
    }
}

static void work(SSL *listener) {
    SSL *fresh;
    while (connected < CONNECTIONS && (fresh = SSL_accept_connection(listener, SSL_ACCEPT_CONNECTION_NO_BLOCK))) {
        SSL_set_default_stream_mode(fresh, SSL_DEFAULT_STREAM_MODE_NONE);
        SSL_set_blocking_mode(fresh, 0);
        connections[connected++] = fresh;
    }
    for (int i = 0; i < connected; i++)
        accept_streams(connections[i]);
    for (int i = 0; i < answered;)
        if (finished(answers[i])) {
            if (answers[i]->file)
                fclose(answers[i]->file);
            SSL_free(answers[i]->stream);
            free(answers[i]);
            answers[i] = answers[--answered];
        } else
            i++;
    for (int i = 0; i < connected;)
        if (SSL_get_shutdown(connections[i])) {
            SSL_free(connections[i]);
            connections[i] = connections[--connected];
        } else
            i++;
}

static void await(SSL *listener, int fd) {
    struct timeval timer;
    int infinite = 1, ms = IDLE_POLL_MS;
    if (SSL_get_event_timeout(listener, &timer, &infinite) && !infinite) {
        long until = timer.tv_sec * 1000 + (timer.tv_usec + 999) / 1000;
        ms = until < ms ? (int)until : ms;
    }
    struct pollfd wait = {.fd = fd, .events = POLLIN};
    if (SSL_net_write_desired(listener))
        wait.events |= POLLOUT;
    poll(&wait, 1, ms);
    SSL_handle_events(listener);
}

int run_server(void) {
    SSL_CTX *context = new_context(OSSL_QUIC_server_method());
    if (SSL_CTX_use_certificate_chain_file(context, "/certs/cert.pem") != 1 ||
        SSL_CTX_use_PrivateKey_file(context, "/certs/priv.key", SSL_FILETYPE_PEM) != 1)
        fail("/certs");
    SSL_CTX_set_alpn_select_cb(context, choose_alpn, NULL);
    static const unsigned char name[] = "interop";
    SSL_CTX_set_session_id_context(context, name, sizeof name - 1);

    /* Unlike other servers it asks for a Retry by itself, unless it is told not to. */
    SSL *listener = SSL_new_listener(context, testcase_is("retry") ? 0 : SSL_LISTENER_FLAG_NO_VALIDATE);
    int fd = bound_socket();
    if (!listener || !SSL_set_fd(listener, fd) || !SSL_listen(listener))
        fail("listening");
    SSL_set_blocking_mode(listener, 0);
    for (;;) {
        work(listener);
        await(listener, fd);
    }
}
