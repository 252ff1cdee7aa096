package io.keyledger.shared;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.keyledger.shared",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.keyledger.shared.(*)..").should().beFreeOfCycles();

    /** A list of what is allowed, so that a new library is a decision and not an accident. */
    @ArchTest
    static final ArchRule nothingOfOursAndNoFrameworkIsUsed =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.keyledger.shared..",
                            "java.io..",
                            "java.lang..",
                            "java.math..",
                            "java.net..",
                            "java.nio..",
                            "java.security..",
                            "java.text..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify.annotations..",
                            "com.fasterxml.jackson.annotation..",
                            "tools.jackson.core..",
                            "tools.jackson.databind..");

    @ArchTest
    static final ArchRule jacksonStaysWhereJsonIs =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "..shared.id..",
                            "..shared.permission..",
                            "..shared.use..",
                            "..shared.ledger..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackages("tools.jackson..", "com.fasterxml..");
}
