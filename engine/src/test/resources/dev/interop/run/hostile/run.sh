#!/bin/bash
# What a hostile endpoint does beside an honest one. Whatever it is, the next cell of the lane must not notice.
# The probe is answered like by the honest one, except by fill-probe.
case $TESTCASE in
  handshake | transfer | retry | resumption) ;;
  *) [ "$FAULT" = fill-probe ] || FAULT=none ;;
esac
n=0
net=$(ip -o -4 address show eth0 | awk '{print $4}' | cut -d. -f1-3)

honest() { /honest.sh; code=$?; }

send() { # COUNT ADDRESS PORT BYTES
  perl -MSocket -e 'my ($n, $a, $p, $l) = @ARGV; socket(my $s, PF_INET, SOCK_DGRAM, 0);
    send $s, "x" x $l, 0, sockaddr_in($p, inet_aton($a)) for 1 .. $n' "$@"
}

frames() { # COUNT SOURCE-MAC: raw frames of random types to everybody
  perl -e 'my ($n, $mac) = @ARGV; socket(my $s, 17, 3, 768) or die "$!"; my ($i) = `ip -o link show eth0` =~ /^(\d+)/;
    my $to = pack("SnlSCC", 17, 0, $i, 0, 0, 6) . ("\xff" x 6) . "\0\0";
    send $s, ("\xff" x 6) . pack("H12", $mac =~ s/://gr) . pack("n", rand 65536) . ("z" x rand 1400), 0, $to for 1 .. $n' "$@"
}

settings() { # what a namespace keeps
  for n in arp_cache ndisc_cache; do for p in mcast_probes ucast_probes queue; do
    ip ntable change name $n dev eth0 $p 0; done; ip ntable change name $n dev eth0 retrans 60000; done
  ip xfrm policy setdefault in block fwd block out block; ip rule add pref 1 blackhole; ip -6 rule add pref 1 blackhole
}

objects() { # what a namespace has besides settings
  ip link add hide type dummy; ip link add tail type veth peer name head; ip link set hide up
  ip route add blackhole 193.167.0.0/16 table 77; ip rule add pref 2 table 77; ip route add unreachable default metric 1
  tc qdisc add dev eth0 clsact; ip neigh replace "$net.2" lladdr 02:00:00:00:00:01 dev eth0 nud permanent
}

attributes() { # FOLDER: a program that runs as root for everybody, and files with attributes of 3,000 bytes
  cp /bin/sh "$1/root" && chmod 6755 "$1/root"
  perl -e 'chdir shift; for my $i (1 .. 500) { open my $f, ">", "a$i"; close $f; my ($n, $v) = ("user.x", "\0\e[31m" x 500);
    syscall 188, my $file = "a$i", $n, $v, length $v, 0 }' "$1"
}

case $FAULT in
  pipes) honest; mkfifo /logs/pipe /downloads/pipe ;;
  many-files) honest; cd /logs && seq -f f%g 30000 | xargs touch ;;
  hard-links) honest; for i in $(seq 1000); do ln /downloads/* "/downloads/link$i" 2>/dev/null; done; echo x >/downloads/x ;;
  sparse) honest; truncate -s 1T /logs/sparse ;;
  names) honest
    perl -e 'for ("a\nb", "\e[31mred", "\xff\xfe", "x" x 255, "-rf", " ", "\x{202e}txt", "<script>", "..\\..") {
      open my $f, ">", "/logs/$_"; mkdir "/logs/d$_" if length() < 200 }' ;;
  links) honest; ln -s / /logs/root; ln -s loop /logs/loop; ln -s ../../../etc/passwd /logs/passwd ;;
  locked) honest; mkdir /logs/locked; echo x >/logs/locked/x; chmod 0 /logs/locked/x /logs/locked /logs /downloads ;;
  key-folder) honest; rm -f /logs/keys.log; mkdir /logs/keys.log ;;
  key-pipe) honest; rm -rf /logs/keys.log /logs/qlog; mkfifo /logs/keys.log /logs/qlog
    perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "/logs/socket", Listen => 1)' ;;
  key-links) honest; rm -rf /logs/keys.log /logs/qlog; ln -s /dev/zero /logs/keys.log; ln -s / /logs/qlog; ln -s /proc/1/fd/1 /logs/out.log ;;
  many-keys) honest; perl -e 'print "CLIENT_HANDSHAKE_TRAFFIC_SECRET ", "ab" x 32, " ", "cd" x 32, "\n" for 1 .. 200000' >>/logs/keys.log ;;
  own-records) honest; for f in recording.json output.txt stdout.log stderr.log sim/trace_node_left.pcap; do
      mkdir -p "/logs/${f%/*}" 2>/dev/null; echo '{}' >"/logs/$f"; done ;;
  future) honest; touch -d '2200-01-01' /logs/late; touch -d '1900-01-01' /logs/early ;;
  many-folders) honest; cd /logs && seq -f d%g 100000 | xargs mkdir ;;
  attributes) honest; attributes /logs ;;
  deep) honest; perl -e 'for my $b ("/logs", "/downloads") { chdir $b; for (1 .. 5000) { mkdir "d"; chdir "d" } }' ;;
  long-paths) honest; perl -e 'for my $b ("/logs", "/downloads") { chdir $b;
      for (1 .. 60) { mkdir "d" x 250; chdir "d" x 250 } }' ;;
  many-links) honest; cd /logs && perl -e 'for (1 .. 13) { mkdir "d" x 250; chdir "d" x 250 }
      for (1 .. 25000) { my $n = sprintf "%0200d", $_; open my $f, ">", $n; close $f; link $n, "l$n" }' ;;
  big-file) honest; fallocate -l 300M /logs/big ;;
  fill-folder) fallocate -l 3G /logs/big; exec sleep 60 ;;
  fill-volume) fallocate -l 3G /volume/big; exec sleep 60 ;;
  fill-own-names) # empty files, until the disk has no place for more
    mkdir /many; perl -e 'my $n = 0; 1 while open my $f, ">", "/many/" . ++$n; print "$n files\n"'; exec sleep 40 ;;
  comes-and-goes) # files in its folders, so that who counts them finds some of them gone
    for p in 1 2 3; do perl -e 'mkdir "/logs/x"; my $end = time + 12; while (time < $end) {
      for (1 .. 700) { open my $f, ">", "/logs/x/$ARGV[0].$_" } unlink map { "/logs/x/$ARGV[0].$_" } 1 .. 700 }' $p & done
    honest; wait ;;
  false-init) honest; echo '[FATAL tini (7)] exec /run_endpoint.sh failed: No such file or directory' >&2; code=127 ;;
  fill-own) fallocate -l 3G /big; exec sleep 60 ;;
  fill-disk | fill-probe) # whatever the disk has, faster than anybody looks
    for size in 1G 100M 10M 1M 64k 4k; do while fallocate -l $size "/logs/$((n += 1))" 2>/dev/null; do :; done; done
    exec sleep 40 ;;
  fill-names) # empty files, until the disk has no place for more
    perl -e 'my $n = 0; 1 while open my $f, ">", "/logs/" . ++$n; print "$n files\n"'; exec sleep 40 ;;
  forks) perl -e '$SIG{ALRM} = sub { exit }; alarm 5; while (1) { fork }' 2>/dev/null; code=1 ;;
  short-forks) perl -e '$SIG{CHLD} = "IGNORE"; my $end = time + 5; while (time < $end) { fork // next or exit }'; code=1 ;;
  one-processor) for i in $(seq 300); do timeout 8 taskset -c 0 sh -c 'while :; do :; done' & done 2>/dev/null; sleep 6; code=1 ;;
  bursts) # 60 processes compute at the same moments, a fifth of each second, and sleep together
    for i in $(seq 60); do timeout 8 bash -c 'tenth() { digit=${EPOCHREALTIME: -6:1}; [ "$digit" -lt 2 ]; }
      while :; do until tenth; do sleep 0.02; done; while tenth; do :; done; done' & done 2>/dev/null; sleep 6; code=1 ;;
  memory) perl -e 'my @all; push @all, "x" x (1 << 24) while 1'; code=$? ;;
  kills-all) kill -9 -1; code=1 ;;
  daemon) honest; setsid bash -c 'trap "" TERM HUP; while :; do :; done' & ;;
  escapes) honest; printf '\e]0;title\a\e[2J\e[31m\nsim: running\nserver| lie\ntestbed| lie\n<script>alert(1)</script>\n' ;;
  long-line) honest; head -c 20000000 /dev/zero | tr '\0' y ;;
  noise) honest; head -c 3000000 /dev/urandom; head -c 3000000 /dev/zero >&2 ;;
  flood-unknown) /wait-for-it.sh sim:57832 -s -q -t 30; frames 200000 02:00:00:00:00:01; code=1 ;;
  flood-answered) /setup.sh >/dev/null; /wait-for-it.sh sim:57832 -s -q -t 30; perl -MSocket -e 'my $p = "\xc0\x1a\x2a\x3a\x4a\x08abcdefgh\x08abcdefgh" . "x" x 1180;
      socket(my $s, PF_INET, SOCK_DGRAM, 0); my $to = sockaddr_in(443, inet_aton("193.167.100.100"));
      send $s, $p, 0, $to for 1 .. 150000'; code=1 ;;
  flood-captures) # until the captures of it are larger than an endpoint's files may be
    for i in 1 2 3; do perl -MSocket -e 'my ($to) = @ARGV; socket(my $s, PF_INET, SOCK_DGRAM, 0); my $end = time + 50;
      my $at = sockaddr_in(443, inet_aton($to)); while (time < $end) { send $s, "x" x 60000, 0, $at for 1 .. 100 }' "$net.2" & done
    wait; code=1 ;;
  flood) honest; send 30000 "$net.2" 443 1200; send 30000 "$net.255" 9999 1200 ;;
  takes-simulator) honest; ip address add "$net.2/24" dev eth0; send 100 "$net.2" 57832 10 ;;
  link-down) honest; ip address flush dev eth0; ip link set eth0 down ;;
  false-mac) honest; sim=$(ip neigh show "$net.2" | awk '{print $5}'); frames 200 "${sim:-02:00:00:00:00:01}" ;;
  frames) honest; frames 20000 02:00:00:00:00:01 ;;
  slow-link) honest; tc qdisc add dev eth0 root tbf rate 8kbit burst 1600 limit 3000 || ip link set eth0 mtu 68 ;;
  settings) honest; settings ;;
  settings-first) settings; honest ;;
  objects) honest; objects ;;
  objects-first) objects; honest ;;
  stops) honest; kill -STOP -1; kill -STOP $$ ;;
  stops-first) kill -STOP $$ ;;
  ends-at-once) exit 0 ;;
  deaf) trap '' TERM INT HUP; /honest.sh & while :; do wait; sleep 1; done ;;
  *) honest ;;
esac
exit "$code"
