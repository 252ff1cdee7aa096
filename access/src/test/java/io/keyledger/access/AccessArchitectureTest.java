package io.keyledger.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.keyledger.access",
        importOptions = ImportOption.DoNotIncludeTests.class)
class AccessArchitectureTest {

    private static final String[] DECIDING_AND_RECORDING = {
        "..access.batch..",
        "..access.check..",
        "..access.decision..",
        "..access.gate..",
        "..access.journal..",
        "..access.key..",
        "..access.memory..",
        "..access.source..",
        "..access.state.."
    };

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.keyledger.access.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule decidingAndRecordingKnowNoFramework =
            noClasses()
                    .that()
                    .resideInAnyPackage(DECIDING_AND_RECORDING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "jakarta.servlet..", "io.micrometer..");

    @ArchTest
    static final ArchRule neitherSideIsKnownHere =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.keyledger.command..", "io.keyledger.query..");
}
