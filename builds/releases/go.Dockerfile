# The releases that Go's module proxy lists of a module.

FROM localhost/interop/go:local AS list
COPY go.sh /list/
ARG PACKAGE
# Another value each time, since the answer may be another one.
ARG ASKED
RUN --mount=type=secret,id=ca,target=/etc/ssl/certs/ca-certificates.crt,required=false \
    sh /list/go.sh "${PACKAGE}" >/list/releases && sed 's/^/release: /' /list/releases

FROM scratch
COPY --from=list /list/releases /
