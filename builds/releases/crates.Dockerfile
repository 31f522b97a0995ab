# The releases that the Rust crate registry lists of a crate.

FROM localhost/interop/rust:local AS list
COPY crates.sh /list/
ARG PACKAGE
# Another value each time, since the answer may be another one.
ARG ASKED
RUN --mount=type=secret,id=ca,target=/etc/ssl/certs/ca-certificates.crt,required=false \
    sh /list/crates.sh "${PACKAGE}" >/list/releases && sed 's/^/release: /' /list/releases

FROM scratch
COPY --from=list /list/releases /
