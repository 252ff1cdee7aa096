package io.keyledger.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import jakarta.persistence.Entity;

import org.hibernate.annotations.Immutable;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

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
    static final ArchRule ENTITIES_ARE_READ_ONLY_AND_THEIR_PACKAGES_OWN =
            classes()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .beAnnotatedWith(Immutable.class)
                    .andShould()
                    .bePackagePrivate();

    @ArchTest
    static final ArchRule REPOSITORIES_READ_IN_TRANSACTIONS_AND_CANNOT_WRITE =
            classes()
                    .that()
                    .areAssignableTo(Repository.class)
                    .should()
                    .notBeAssignableTo(CrudRepository.class)
                    .andShould()
                    .beAnnotatedWith(
                            DescribedPredicate.describe(
                                    "@Transactional(readOnly = true)", ModuleTest::isReadOnly))
                    .andShould()
                    .bePackagePrivate();

    private static boolean isReadOnly(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isEquivalentTo(Transactional.class)
                && annotation.get("readOnly").filter(Boolean.TRUE::equals).isPresent();
    }

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
