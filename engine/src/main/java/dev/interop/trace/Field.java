package dev.interop.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields that tshark prints for each frame, in the order of its output. */
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
    MAX_STREAMS_BIDI("tls.quic.parameter.initial_max_streams_bidi"),
    ALPN("tls.handshake.extensions_alpn_str"),
    ALPN_LENGTH("tls.handshake.extensions_alpn_str_len"),
    STREAM_ID("quic.stream.stream_id", Depth.STREAMS),
    STREAM_OFFSET("quic.stream.offset", Depth.STREAMS),
    STREAM_DATA("quic.stream_data", Depth.STREAMS),
    RESET_STREAM_ID("quic.rsts.stream_id", Depth.STREAMS),
    RESET_STREAM_CODE("quic.rsts.application_error_code", Depth.STREAMS),
    STOP_SENDING_ID("quic.ss.stream_id", Depth.STREAMS),
    STOP_SENDING_CODE("quic.ss.application_error_code", Depth.STREAMS),
    CLOSE_CODE("quic.cc.error_code", Depth.STREAMS),
    CLOSE_APPLICATION_CODE("quic.cc.error_code.app", Depth.STREAMS),
    HTTP_NAME("http3.header.header.name", Depth.STREAMS),
    HTTP_NAME_LENGTH("http3.headers.header.name.length", Depth.STREAMS),
    HTTP_VALUE("http3.headers.header.value", Depth.STREAMS),
    HTTP_VALUE_LENGTH("http3.headers.header.value.length", Depth.STREAMS),
    CONNECTION("quic.connection.number", Depth.STREAMS),
    PARAMETER("tls.quic.parameter.type", Depth.PARAMETERS);

    private final String tshark;
    private final Depth depth;

    Field(String tshark) {
        this(tshark, Depth.HANDSHAKE);
    }

    Field(String tshark, Depth depth) {
        this.tshark = tshark;
        this.depth = depth;
    }

    /** The fields that a trace of this depth needs; these are always the first ones. */
    static List<Field> of(Depth depth) {
        return Arrays.stream(values())
                .filter(it -> it.depth.compareTo(depth) <= 0)
                .toList();
    }

    /** The arguments that make tshark print one line per frame, with tabs between fields and commas between values. */
    static List<String> arguments(Depth depth) {
        var arguments = new ArrayList<>(
                List.of("-T", "fields", "-E", "separator=/t", "-E", "occurrence=a", "-E", "aggregator=,"));
        for (var field : of(depth)) {
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
