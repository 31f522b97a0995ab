#include "endpoint.h"

#include <openssl/err.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *key_log;

bool testcase_is(const char *name) {
    const char *testcase = getenv("TESTCASE");
    return testcase && strcmp(testcase, name) == 0;
}

void fail(const char *what) {
    fprintf(stderr, "failed: %s\n", what);
    ERR_print_errors_fp(stderr);
    exit(1);
}

static void write_key(const SSL *ssl, const char *line) {
    (void)ssl;
    fprintf(key_log, "%s\n", line);
    fflush(key_log);
}

SSL_CTX *new_context(const SSL_METHOD *method) {
    SSL_CTX *context = SSL_CTX_new(method);
    if (!context)
        fail("SSL_CTX_new");
    const char *keys = getenv("SSLKEYLOGFILE");
    if (keys && *keys && (key_log || (key_log = fopen(keys, "a"))))
        SSL_CTX_set_keylog_callback(context, write_key);
    return context;
}

int main(int count, char **arguments) {
    signal(SIGPIPE, SIG_IGN);
    if (count > 2 && strcmp(arguments[1], "client") == 0)
        return run_client(count - 2, arguments + 2);
    if (count == 2 && strcmp(arguments[1], "server") == 0)
        return run_server();
    fprintf(stderr, "usage: openssl-endpoint client URL… | server\n");
    return 1;
}
