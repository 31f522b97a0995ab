/* The endpoint contract of the interop tests, spoken with OpenSSL's QUIC. */
#ifndef ENDPOINT_H
#define ENDPOINT_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>

enum { PATH_LENGTH = 1024, CHUNK = 65536 };

bool testcase_is(const char *name);

/* Prints what failed and OpenSSL's reason, and ends the program with 1. */
_Noreturn void fail(const char *what);

/* A context that knows the contract's ALPN and key log. */
SSL_CTX *new_context(const SSL_METHOD *method);

int run_client(int count, char **urls);
int run_server(void);

#endif
