# The releases that the Python Package Index lists of a project.

FROM localhost/interop/python-builder:local AS list
COPY pypi.sh /list/
ARG PACKAGE
# Another value each time, since the answer may be another one.
ARG ASKED
RUN --mount=type=secret,id=ca,target=/etc/ssl/certs/ca-certificates.crt,required=false \
    sh /list/pypi.sh "${PACKAGE}" >/list/releases && sed 's/^/release: /' /list/releases

FROM scratch
COPY --from=list /list/releases /
