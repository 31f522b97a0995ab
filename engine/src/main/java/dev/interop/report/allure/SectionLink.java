package dev.interop.report.allure;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link to a section of a specification.
 *
 * @param name the name of the section, such as {@code RFC 9000 §8.1.2}
 * @param url its address
 */
record SectionLink(String name, String url) {
    private static final Pattern RFC = Pattern.compile("RFC (\\d{1,5})(?: §(\\d+(?:\\.\\d+)*))?.*");
    private static final Pattern DRAFT = Pattern.compile("(draft-[a-z0-9-]*\\d)(?: §(\\d+(?:\\.\\d+)*))?.*");

    /** Creates the link to a section of an RFC or an Internet-Draft; empty for any other text. */
    static Optional<SectionLink> of(String section) {
        var rfc = RFC.matcher(section);
        if (rfc.matches()) {
            return Optional.of(
                    link(section, "https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + ".html", rfc.group(2)));
        }
        var draft = DRAFT.matcher(section);
        // "draft-18" alone names no document.
        return draft.matches() && draft.group(1).chars().filter(it -> it == '-').count() > 1
                ? Optional.of(
                        link(section, "https://www.ietf.org/archive/id/" + draft.group(1) + ".html", draft.group(2)))
                : Optional.empty();
    }

    private static SectionLink link(String section, String page, @org.jspecify.annotations.Nullable String number) {
        return new SectionLink(section, number == null ? page : page + "#section-" + number);
    }
}
