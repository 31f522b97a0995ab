package dev.interop.webtransport;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drafts of WebTransport over HTTP/3, told apart by the setting that announces it (draft-ietf-webtrans-http3 §3.1, §9.2). */
enum Draft {
    TO_6("SETTINGS_ENABLE_WEBTRANSPORT", 0x2b603742L, "drafts 2 to 6"),
    TO_12("SETTINGS_WEBTRANSPORT_MAX_SESSIONS", 0xc671706aL, "drafts 7 to 12"),
    TO_14("SETTINGS_WT_MAX_SESSIONS", 0x14e9cd29L, "drafts 13 and 14"),
    FROM_15("SETTINGS_WT_ENABLED", 0x2c7cf000L, "draft 15");

    /** The transport parameter of draft-ietf-quic-reliable-stream-reset. */
    static final long RESET_STREAM_AT = 0x17f7586d2cb571L;
    /** RFC 9221 §3. */
    static final long MAX_DATAGRAM_FRAME_SIZE = 0x20;
    /** RFC 9297 §2.1.1. */
    static final long H3_DATAGRAM = 0x33;
    /** RFC 9220 §3. */
    static final long ENABLE_CONNECT_PROTOCOL = 0x08;
    /** WT_REQUIREMENTS_NOT_MET (§9.5). */
    static final long REQUIREMENTS_NOT_MET = 0x212c0d48L;

    private final String setting;
    private final long identifier;
    private final String title;

    Draft(String setting, long identifier, String title) {
        this.setting = setting;
        this.identifier = identifier;
        this.title = title;
    }

    /** The drafts that a side announces. */
    static Set<Draft> announcedBy(Announcement side) {
        var announced = EnumSet.noneOf(Draft.class);
        Arrays.stream(values()).filter(it -> side.hasSetting(it.identifier)).forEach(announced::add);
        return announced;
    }

    /** The number of sessions that a side accepts; empty in drafts whose setting is no number, and if it announces none. */
    static OptionalLong sessionLimit(Announcement side) {
        return Stream.of(TO_12, TO_14)
                .filter(it -> side.hasSetting(it.identifier))
                .flatMap(it -> side.settings().stream()
                        .map(settings -> settings.values().get(it.identifier)))
                .mapToLong(Long::longValue)
                .max();
    }

    /** The settings of some drafts in words. */
    static String words(Set<Draft> drafts) {
        return drafts.isEmpty()
                ? "no setting of WebTransport"
                : drafts.stream()
                        .map(it -> "%s (0x%x, %s)".formatted(it.setting, it.identifier, it.title))
                        .collect(Collectors.joining(" and "));
    }
}
