package dev.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolVersionTest {
    @ParameterizedTest
    @CsvSource({"draft-7, draft-07, 7", "draft-07, draft-07, 7", "draft-18, draft-18, 18", "draft-0018, draft-18, 18"})
    void anInternetDraftHasOneSpellingAndANumber(String written, String name, int number) {
        var version = ProtocolVersion.of(written);

        assertThat(version.name()).isEqualTo(name);
        assertThat(version.draftNumber()).hasValue(number);
        assertThat(version).isEqualTo(ProtocolVersion.of(name)).hasSameHashCodeAs(ProtocolVersion.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "v2", "draft-", "draft-12345", "draft-1x", "Draft-18", ""})
    void anyOtherNameStaysAsItIsAndIsNoDraft(String name) {
        assertThat(ProtocolVersion.of(name).name()).isEqualTo(name);
        assertThat(ProtocolVersion.of(name).draftNumber()).isEmpty();
    }

    @Test
    void draftsAreOlderThanOtherVersionsAndNumbersCountByTheirValue() {
        assertThat(Stream.of("v10", "draft-100", "rfc", "v9", "draft-18")
                        .map(ProtocolVersion::of)
                        .sorted())
                .extracting(ProtocolVersion::name)
                .containsExactly("draft-18", "draft-100", "rfc", "v9", "v10");
    }

    @Test
    void namesThatDifferAreNeverEqualInOrder() {
        assertThat(ProtocolVersion.of("v2")).isNotEqualByComparingTo(ProtocolVersion.of("v02"));
    }

    @Test
    void theNewestSharedVersionMayBeOneOfTheProtocolsOwnNames() {
        var some = List.of(ProtocolVersion.of("v1"), ProtocolVersion.of("v2"), ProtocolVersion.of("v10"));
        var others = List.of(ProtocolVersion.of("v2"), ProtocolVersion.of("v1"), ProtocolVersion.of("v3"));

        assertThat(ProtocolVersion.newestShared(some, others)).contains(ProtocolVersion.of("v2"));
        assertThat(ProtocolVersion.newestShared(some, List.of())).isEmpty();
    }
}
