package dev.interop.webtransport;

import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each side requires of the other before a session, by what it announced itself. A late draft requires what earlier ones
 * did not have, and each names its setting differently, so that peers of different drafts miss each other's.
 */
final class Requirements {
    private static final String SECTION = "draft-ietf-webtrans-http3 §3.1";
    private static final String RULE = "Each side announces what WebTransport's draft of the other requires";

    private final Announcement client;
    private final Announcement server;
    private final ConnectExchange exchange;
    private final Trace trace;
    private final List<Finding> unmet = new ArrayList<>();
    private boolean settled;

    Requirements(Trace trace, ConnectExchange exchange) {
        this.client = Announcement.of(Side.CLIENT, trace);
        this.server = Announcement.of(Side.SERVER, trace);
        this.exchange = exchange;
        this.trace = trace;
        examine();
    }

    /** The unmet requirements; those of the side that refused come first. */
    List<Finding> unmet() {
        return List.copyOf(unmet);
    }

    /**
     * Whether one side declined the session for what the other one announces, by a close or a status. Some take a peer that lacks a
     * parameter or their draft, so that this alone does not keep a session from being opened.
     */
    boolean areSettled() {
        return settled;
    }

    /**
     * A side can refuse for the other's transport parameters before any settings are there, so that they explain a refusal whether
     * or not the settings were captured.
     */
    private void examine() {
        var ofClient = new Pair(client, server);
        var ofServer = new Pair(server, client);
        var both = server.refusal().isPresent() || exchange.status().isPresent()
                ? List.of(ofServer, ofClient)
                : List.of(ofClient, ofServer);
        both.stream().filter(Pair::isRefused).forEach(it -> parameters(it.requiring(), it.other()));
        drafts();
        connectProtocol();
        both.stream().filter(it -> !it.isRefused()).forEach(it -> parameters(it.requiring(), it.other()));
        both.forEach(it -> settings(it.requiring(), it.other()));
        if (unmet.isEmpty()) {
            unnamed(client, server);
            unnamed(server, client);
        }
    }

    private record Pair(Announcement requiring, Announcement other) {
        boolean isRefused() {
            return requiring.refusal().isPresent();
        }
    }

    /** Both have to announce a draft that the other one has, too. */
    private void drafts() {
        if (client.settings().isEmpty() || server.settings().isEmpty()) {
            return;
        }
        var common = EnumSet.noneOf(Draft.class);
        common.addAll(Draft.announcedBy(client));
        common.retainAll(Draft.announcedBy(server));
        if (common.isEmpty()) {
            settled |= isDeclined();
            add(
                    "one setting that both send",
                    "the client announces WebTransport by " + Draft.words(Draft.announcedBy(client))
                            + ", the server by " + Draft.words(Draft.announcedBy(server)),
                    lastSettings(),
                    AtFault.NEITHER);
        }
    }

    /** Whether one side gave up the session when it had what the other one announces. */
    private boolean isDeclined() {
        return exchange.status().isPresent()
                || client.refusal().filter(Refusal::isNamed).isPresent()
                || server.refusal().filter(Refusal::isNamed).isPresent()
                || hasClientLeft();
    }

    /** Whether the client closed the connection without a request after the server's settings had come. */
    private boolean hasClientLeft() {
        long settings = server.settings().orElseThrow().in().number();
        return exchange.request().isEmpty()
                && trace.completeness().gap(Set.of(Side.CLIENT)).isEmpty()
                && trace.packets().stream()
                        .filter(it -> it.from() == Side.CLIENT && it.number() > settings)
                        .flatMap(it -> it.contents().stream())
                        .anyMatch(it -> it.close().isPresent());
    }

    /** Draft 15 renamed the protocol in CONNECT, after which a server of it alone does not know the earlier name. */
    private void connectProtocol() {
        var name = exchange.asked(":protocol");
        if (exchange.status().isPresent()
                && name.isPresent()
                && !name.get().equals("webtransport-h3")
                && Draft.announcedBy(server).equals(Set.of(Draft.FROM_15))) {
            settled = true;
            add(
                    ":protocol webtransport-h3, which draft 15 requires (§3.2)",
                    "the client's CONNECT has the :protocol " + name.get()
                            + ", and the server announces draft 15 alone",
                    exchange.request(),
                    AtFault.CLIENT);
        }
    }

    /** The transport parameters that one side sends and therefore requires, and the other one does not send. */
    private void parameters(Announcement requiring, Announcement other) {
        if (requiring.parameters().contains(Draft.MAX_DATAGRAM_FRAME_SIZE)
                && other.lacksParameter(Draft.MAX_DATAGRAM_FRAME_SIZE)) {
            missing(
                    requiring,
                    other,
                    "max_datagram_frame_size (transport parameter 0x20)",
                    other.handshake(),
                    everyDraft(other));
        }
        if (requiring.parameters().contains(Draft.RESET_STREAM_AT) && other.lacksParameter(Draft.RESET_STREAM_AT)) {
            missing(
                    requiring,
                    other,
                    "reset_stream_at (transport parameter 0x%x)".formatted(Draft.RESET_STREAM_AT),
                    other.handshake(),
                    lateDraft(other));
        }
    }

    /** The settings that one side sends or relies on, and the other one does not send. */
    private void settings(Announcement requiring, Announcement other) {
        if (requiring.hasSetting(Draft.H3_DATAGRAM) && other.lacksSetting(Draft.H3_DATAGRAM)) {
            missing(requiring, other, "SETTINGS_H3_DATAGRAM (setting 0x33)", settingsOf(other), everyDraft(other));
        }
        if (other.side() == Side.SERVER && other.lacksSetting(Draft.ENABLE_CONNECT_PROTOCOL)) {
            missing(
                    requiring,
                    other,
                    "SETTINGS_ENABLE_CONNECT_PROTOCOL (setting 0x8)",
                    settingsOf(other),
                    everyDraft(other));
        }
    }

    /** A side that closes before it announces anything does not show which requirement it means. */
    private void unnamed(Announcement requiring, Announcement other) {
        requiring
                .refusal()
                .ifPresent(it -> unmet.add(unnamed(
                        "all that the " + requiring.side().label() + "'s draft requires",
                        refusal(requiring, it) + "; the " + other.side().label() + " announces WebTransport by "
                                + other.settings()
                                        .map(known -> Draft.words(Draft.announcedBy(other)))
                                        .orElse("settings that were not seen"),
                        it,
                        other)));
    }

    /**
     * The drafts differ if the code says so. Without it they are only seen to differ by a close that follows settings without all
     * drafts, since then there is one that the side can miss.
     */
    private Finding unnamed(String expected, String seen, Refusal refusal, Announcement other) {
        var finding = finding(expected, seen, Optional.of(refusal.in()));
        boolean canMissADraft = other.settings()
                        .filter(it -> it.in().number() < refusal.in().number())
                        .isPresent()
                && !Draft.announcedBy(other).containsAll(EnumSet.allOf(Draft.class));
        settled |= refusal.isNamed() && canMissADraft;
        return refusal.isNamed() || canMissADraft ? finding.by(AtFault.NEITHER) : finding;
    }

    private static String refusal(Announcement side, Refusal refusal) {
        return "the " + side.side().label() + " " + refusal.words();
    }

    /** Who does not send what no draft does without. */
    private static AtFault everyDraft(Announcement other) {
        return other.side() == Side.CLIENT ? AtFault.CLIENT : AtFault.SERVER;
    }

    /** Who does not send what came with a late draft: one that announces such a draft, while earlier ones do without. */
    private static AtFault lateDraft(Announcement other) {
        return Draft.announcedBy(other).equals(Set.of(Draft.FROM_15)) ? everyDraft(other) : AtFault.NEITHER;
    }

    private void missing(
            Announcement requiring, Announcement other, String what, Optional<Packet> where, AtFault atFault) {
        var refusal = requiring.refusal();
        var refusedByName = refusal.filter(Refusal::isNamed).isPresent();
        settled |= refusedByName;
        var seen = "the %s %s %s, the %s does not send it"
                .formatted(
                        requiring.side().label(),
                        refusedByName ? "requires" : "sends",
                        what,
                        other.side().label());
        add(
                "it from both sides",
                refusal.map(it -> seen + "; " + refusal(requiring, it)).orElse(seen),
                where,
                atFault);
    }

    private static Optional<Packet> settingsOf(Announcement side) {
        return side.settings().map(HttpSettings::in);
    }

    private Optional<Packet> lastSettings() {
        var ofClient = client.settings().orElseThrow().in();
        var ofServer = server.settings().orElseThrow().in();
        return Optional.of(ofClient.number() > ofServer.number() ? ofClient : ofServer);
    }

    private void add(String expected, String seen, Optional<Packet> where, AtFault atFault) {
        unmet.add(finding(expected, seen, where).by(atFault));
    }

    private Finding finding(String expected, String seen, Optional<Packet> where) {
        var location = where.map(it -> Location.of(trace, it)).orElseGet(() -> Location.ofFile(trace.file()));
        return new Finding(RULE, SECTION, expected, seen, location);
    }
}
