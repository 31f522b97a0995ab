# The releases that Maven Central lists of an artifact.

FROM localhost/interop/java-endpoint:local AS list
COPY Versions.java maven.sh /list/
ARG PACKAGE
# Another value each time, since the answer may be another one.
ARG ASKED
RUN --mount=type=secret,id=ca,target=/tmp/ca.crt,required=false \
    sh /list/maven.sh "${PACKAGE}" >/list/releases && sed 's/^/release: /' /list/releases

FROM scratch
COPY --from=list /list/releases /
