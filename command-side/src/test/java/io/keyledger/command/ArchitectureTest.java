package io.keyledger.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.keyledger.command",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> PURE =
            DescribedPredicate.describe(
                    "rules, deciders, evolutions, states and facts", ArchitectureTest::isPure);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.keyledger.command.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainIsPure =
            classes()
                    .that(PURE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java.lang..",
                            "java.nio.charset..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify..",
                            "io.keyledger.shared..",
                            "io.keyledger.command..");

    @ArchTest
    static final ArchRule theDomainKnowsNoComponent =
            noClasses()
                    .that(PURE)
                    .should()
                    .dependOnClassesThat()
                    .areAnnotatedWith("org.springframework.stereotype.Component");

    @ArchTest
    static final ArchRule theCommandSideKnowsNoQuerySide =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.keyledger.query..");

    private static boolean isPure(JavaClass type) {
        String name = type.getName().replaceFirst("\\$.*", "");
        return type.getPackageName().equals("io.keyledger.command.rule")
                || name.matches(".*(Decider|Evolution|State|Rules|Fact|Facts|Assignments|Grantor)")
                        && !name.endsWith(".AccessFacts");
    }
}
