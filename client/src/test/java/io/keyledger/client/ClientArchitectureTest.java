package io.keyledger.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.keyledger.client",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ClientArchitectureTest {

    @ArchTest
    static final ArchRule theServerIsNotKnownHere =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.keyledger.shared..",
                            "io.keyledger.access..",
                            "io.keyledger.command..",
                            "io.keyledger.query..");

    @ArchTest
    static final ArchRule resourcesDoNotKnowHowTheyAreFetched =
            noClasses()
                    .that()
                    .resideInAPackage("..client.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.keyledger.client");
}
