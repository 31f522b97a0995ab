package dev.interop;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.interop.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.Test;

/** Holds what is open to others, said by {@code @API}: what is not INTERNAL stays within what is not INTERNAL. */
class PublicApiTest {
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Za-z]+\\b");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // A library of its own.
            .withImportOption(location -> !location.contains("dev/interop/tap/"))
            .importPackages("dev.interop");

    @Test
    void everyPublicTopLevelTypeSaysItsStatus() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(API.class)
                .check(product);
    }

    @Test
    void theSignaturesOfOpenTypesMentionOpenTypesOnly() {
        classes().that(are(open())).should(mentionOpenTypesOnly()).check(product);
    }

    @Test
    void aSignatureThatMentionsAnInternalTypeIsFound() {
        var leaky = new ClassFileImporter().importClasses(Leaky.class);

        assertThat(classes()
                        .should(mentionOpenTypesOnly())
                        .evaluate(leaky)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("settings", Settings.class.getName());
    }

    private interface Leaky {
        Optional<Settings> settings();
    }

    @Test
    void typesThatAuthorsImplementAreOpen() {
        assertThat(Stream.of(
                        "protocol.Protocol",
                        "protocol.TestCaseProvider",
                        "verdict.Check",
                        "listener.RunListener",
                        "testbed.lane.LaneExtension",
                        "registry.RegistrySection",
                        "quic.Checks",
                        "engine.InteropTest"))
                .allSatisfy(it -> assertThat(open().test(product.get("dev.interop." + it)))
                        .isTrue());
    }

    @Test
    void typesThatThePagesForAuthorsNameAreOpen() throws IOException {
        var named = new TreeSet<String>();
        try (var pages = Files.list(Path.of("..", "docs", "extend"))) {
            for (var page : pages.toList()) {
                WORD.matcher(Files.readString(page))
                        .results()
                        .map(MatchResult::group)
                        .forEach(named::add);
            }
        }
        var types = product.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(it -> named.contains(it.getSimpleName()))
                .toList();

        assertThat(types)
                .extracting(JavaClass::getSimpleName)
                .contains("Protocol", "Contract", "RunListener", "LaneExtension", "Lane", "InteropTest");
        assertThat(types).allSatisfy(it -> assertThat(open().test(it)).isTrue());
    }

    private static DescribedPredicate<JavaClass> open() {
        return DescribedPredicate.describe(
                "open to others",
                it -> isPublicThroughout(it)
                        && status(it)
                                .filter(status -> status != Status.INTERNAL)
                                .isPresent());
    }

    private static boolean isPublicThroughout(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(PublicApiTest::isPublicThroughout)
                        .orElse(true);
    }

    private static Optional<Status> status(JavaClass type) {
        return type.getEnclosingClass()
                .map(PublicApiTest::status)
                .orElseGet(() -> type.tryGetAnnotationOfType(API.class).map(API::status));
    }

    private static ArchCondition<JavaClass> mentionOpenTypesOnly() {
        return new ArchCondition<>("mention open types only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(PublicApiTest::isSeen)
                        .flatMap(member -> types(member)
                                .filter(it -> it.getPackageName().startsWith("dev.interop"))
                                .map(JavaClass::getBaseComponentType)
                                .filter(it -> !open().test(it))
                                .map(it -> member.getFullName() + " mentions " + it.getName()))
                        .forEach(it -> events.add(SimpleConditionEvent.violated(type, it)));
            }
        };
    }

    private static boolean isSeen(JavaMember member) {
        var modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Stream<JavaClass> types(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                    .map(JavaType::getAllInvolvedRawTypes)
                    .flatMap(Set::stream);
        }
        return Stream.of(member.getAllInvolvedRawTypes()).flatMap(Set::stream);
    }
}
