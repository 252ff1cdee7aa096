package io.keyledger.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.keyledger.query", importOptions = DoNotIncludeTests.class)
class ModuleTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.keyledger.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_COMMAND_SIDE_IS_UNKNOWN_HERE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.keyledger.command..", "org.axonframework..");

    @ArchTest
    static final ArchRule THE_LEDGER_KNOWS_NO_VIEWS =
            noClasses()
                    .that()
                    .resideInAPackage("io.keyledger.query.ledger..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.keyledger.query.projection..", "io.keyledger.query.replay..");
}
