package jp.madoguchi.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house. Every package and library that a rule names is shown to exist, so that none holds in a void. */
class WallsTest {
    private static final String[] JAVA = {"java..", "org.jspecify.annotations..", "com.google.errorprone.annotations.."
    };

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("jp.madoguchi.devices", "jp.madoguchi.kiosk");
    private static final JavaClasses SIMULATORS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.madoguchi.simulators");

    /** library package, the only package that may use it */
    static Stream<Arguments> owners() {
        return Stream.of(
                Arguments.of("javax.smartcardio", "jp.madoguchi.devices.card.pcsc"),
                Arguments.of("com.fazecast", "jp.madoguchi.devices.cash.cctalk"),
                Arguments.of("com.hp.jipp", "jp.madoguchi.devices.print.ipp"),
                Arguments.of("com.sun.jna", "jp.madoguchi.kiosk.systemd"),
                Arguments.of("ch.qos.logback", "jp.madoguchi.kiosk.systemd"),
                Arguments.of("io.prometheus", "jp.madoguchi.kiosk.health"),
                Arguments.of("org.eclipse.jetty", "jp.madoguchi.kiosk.web"),
                Arguments.of("org.thymeleaf", "jp.madoguchi.kiosk.web"),
                Arguments.of("io.nayuki", "jp.madoguchi.kiosk.qr"),
                Arguments.of("java.sql", "jp.madoguchi.kiosk.ledger"),
                Arguments.of("java.net.http", "jp.madoguchi.kiosk.center.https"));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void library_isUsed_byItsOneAdapterOnly(String library, String owner) {
        boolean printToo = library.equals("java.net.http"); // IPP is HTTP
        noClasses()
                .that()
                .resideOutsideOfPackages(owner, printToo ? "jp.madoguchi.devices.print.ipp" : owner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(SHIPPED);
        assertTrue(
                SHIPPED.stream()
                        .filter(each -> each.getPackageName().equals(owner))
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .anyMatch(each -> each.getTargetClass().getPackageName().startsWith(library)),
                owner + " uses " + library);
    }

    /** package, what it may depend on beside itself and java.. */
    static Stream<Arguments> inward() {
        return Stream.of(
                Arguments.of("jp.madoguchi.kiosk.terms", List.of()),
                Arguments.of(
                        "jp.madoguchi.kiosk.flow",
                        List.of(
                                "jp.madoguchi.kiosk.terms",
                                "jp.madoguchi.devices.card",
                                "jp.madoguchi.devices.print",
                                "jp.madoguchi.devices.cash")),
                Arguments.of(
                        "jp.madoguchi.kiosk.visit",
                        List.of(
                                "jp.madoguchi.kiosk.terms",
                                "jp.madoguchi.kiosk.flow",
                                "jp.madoguchi.kiosk.audit",
                                "org.slf4j")),
                Arguments.of("jp.madoguchi.devices.card", List.of("jp.madoguchi.devices")),
                Arguments.of("jp.madoguchi.devices.print", List.of("jp.madoguchi.devices")),
                Arguments.of("jp.madoguchi.devices.cash", List.of("jp.madoguchi.devices")));
    }

    @ParameterizedTest
    @MethodSource("inward")
    void innerPackage_dependsOnly_onWhatIsFurtherIn(String inner, List<String> allowed) {
        classes()
                .that()
                .resideInAPackage(inner)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.of(Stream.of(inner), allowed.stream(), Stream.of(JAVA))
                        .flatMap(each -> each)
                        .toArray(String[]::new))
                .check(SHIPPED);
    }

    /** Adapters are known to the composition root alone, and not to each other. */
    static Stream<Arguments> adapters() {
        return Stream.of(
                        "jp.madoguchi.devices.card.pcsc",
                        "jp.madoguchi.devices.print.ipp",
                        "jp.madoguchi.devices.cash.cctalk",
                        "jp.madoguchi.kiosk.center.https",
                        "jp.madoguchi.kiosk.systemd",
                        "jp.madoguchi.kiosk.web")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void adapter_isKnown_toTheCompositionRootOnly(String adapter) {
        assertFalse(
                SHIPPED.stream().noneMatch(each -> each.getPackageName().equals(adapter)), adapter + " is not there");
        noClasses()
                .that()
                .resideOutsideOfPackages(adapter, "jp.madoguchi.kiosk")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(adapter)
                .check(SHIPPED);
    }

    /** Who practises reaches no device, no center and no ledger: the one way there is an effect, and its table has none. */
    @Test
    void practice_knows_noEffect() {
        assertTrue(SHIPPED.contain("jp.madoguchi.kiosk.flow.Practice"));
        noClasses()
                .that()
                .haveNameMatching("jp\\.madoguchi\\.kiosk\\.flow\\.Practice(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("jp\\.madoguchi\\.kiosk\\.flow\\.(Effect|Hands)(\\$.*)?")
                .check(SHIPPED);
    }

    @Test
    void simulators_know_nothingOfTheProject() {
        assertFalse(SIMULATORS.isEmpty());
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jp.madoguchi.kiosk..", "jp.madoguchi.devices..", "jp.madoguchi.workbench..")
                .check(SIMULATORS);
    }

    @Test
    void shippedCode_knows_noSimulator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jp.madoguchi.simulators..", "jp.madoguchi.workbench..")
                .check(SHIPPED);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("jp.madoguchi.(**)").should().beFreeOfCycles().check(SHIPPED);
    }
}
