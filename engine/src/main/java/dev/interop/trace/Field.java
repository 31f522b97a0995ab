package dev.interop.trace;

import java.util.ArrayList;
import java.util.List;

/** What tshark is asked for of each frame, in the order in which it answers. */
enum Field {
    FRAME("frame.number"),
    PACKET_NUMBER("quic.packet_number"),
    PACKET_NUMBER_LENGTH("quic.packet_number_length"),
    DCID("quic.dcid"),
    KEY_PHASE("quic.key_phase"),
    FRAME_TYPE("quic.frame_type"),
    CRYPTO_OFFSET("quic.crypto.offset"),
    CRYPTO_LENGTH("quic.crypto.length"),
    PATH_CHALLENGE("quic.path_challenge.data"),
    PATH_RESPONSE("quic.path_response.data"),
    MESSAGE("tls.handshake.type"),
    CIPHER_SUITE("tls.handshake.ciphersuite"),
    MAX_STREAMS_BIDI("tls.quic.parameter.initial_max_streams_bidi");

    private final String tshark;

    Field(String tshark) {
        this.tshark = tshark;
    }

    /** The arguments that make tshark print one line a frame, tabs between fields, commas between a field's values. */
    static List<String> arguments() {
        var arguments = new ArrayList<>(
                List.of("-T", "fields", "-E", "separator=/t", "-E", "occurrence=a", "-E", "aggregator=,"));
        for (var field : values()) {
            arguments.add("-e");
            arguments.add(field.tshark);
        }
        return arguments;
    }

    @Override
    public String toString() {
        return tshark;
    }
}
