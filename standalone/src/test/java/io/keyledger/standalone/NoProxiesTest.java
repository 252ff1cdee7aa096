package io.keyledger.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a node does not look for must not be relied on: see {@code NodeAutoConfiguration}. */
@AnalyzeClasses(packages = "io.keyledger", importOptions = ImportOption.DoNotIncludeTests.class)
class NoProxiesTest {

    private static final String WHY = "no node makes the proxy that would act on it";

    @ArchTest
    static final ArchRule onlyRepositoriesDeclareTransactions =
            noClasses()
                    .that()
                    .areNotAssignableTo(Repository.class)
                    .should()
                    .beMetaAnnotatedWith(Transactional.class)
                    .because(WHY);

    @ArchTest
    static final ArchRule noMethodDeclaresOne =
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areNotAssignableTo(Repository.class)
                    .should()
                    .beMetaAnnotatedWith(Transactional.class)
                    .because(WHY);

    @ArchTest
    static final ArchRule thereAreNoAspects =
            noClasses().should().beAnnotatedWith("org.aspectj.lang.annotation.Aspect").because(WHY);
}
