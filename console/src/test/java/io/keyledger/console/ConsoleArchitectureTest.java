package io.keyledger.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.keyledger.console",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ConsoleArchitectureTest {

    @ArchTest
    static final ArchRule isAClientOfTheApiAndNothingElse =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.keyledger.shared..",
                            "io.keyledger.access..",
                            "io.keyledger.command..",
                            "io.keyledger.query..",
                            "io.keyledger.database..",
                            "org.axonframework..",
                            "java.sql..",
                            "javax.sql..");

    @ArchTest
    static final ArchRule capabilitiesDoNotDependInCircles =
            slices().matching("io.keyledger.console.(*)..").should().beFreeOfCycles();
}
