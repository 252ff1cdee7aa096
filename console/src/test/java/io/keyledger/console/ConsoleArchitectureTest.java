package io.keyledger.console;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
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
                            "io.keyledger.access..",
                            "io.keyledger.command..",
                            "io.keyledger.query..",
                            "io.keyledger.database..",
                            "org.axonframework..",
                            "java.sql..",
                            "javax.sql..");

    /** A proof is checked without asking the API. */
    @ArchTest
    static final ArchRule ofWhatIsSharedItKnowsProofsAlone =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.keyledger.shared..")
                                    .and(resideOutsideOfPackage("io.keyledger.shared.proof")));

    @ArchTest
    static final ArchRule capabilitiesDoNotDependInCircles =
            slices().matching("io.keyledger.console.(*)..").should().beFreeOfCycles();
}
