# pip, for packages that images in Python hold; no image that runs is made from it.

FROM localhost/interop/debian:trixie
RUN apt-get -qq update \
 && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends ca-certificates python3 python3-pip >/dev/null \
 && rm -rf /var/lib/apt/lists/*
COPY --chmod=755 install.sh /usr/local/bin/install-packages
COPY --chmod=755 compile.sh /usr/local/bin/compile-packages
