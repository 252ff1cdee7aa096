package io.keyledger.console.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.console.catalogue.ApiEditController;
import io.keyledger.console.catalogue.RouteEditController;
import io.keyledger.console.policy.PolicyEditController;
import io.keyledger.console.role.RoleEditController;
import io.keyledger.console.serviceuser.EditController;
import io.keyledger.console.usergroup.GroupEditController;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

/** What can be typed is told by the review and merged: nothing of a form is left out. */
class EveryFieldTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                EditController.class,
                GroupEditController.class,
                RoleEditController.class,
                PolicyEditController.class,
                ApiEditController.class,
                RouteEditController.class
            })
    void everyComponentOfAFormIsInOneField(Class<? extends EditPages<?, ?>> type)
            throws NoSuchMethodException {
        EditPages<?, ?> pages = BeanUtils.instantiateClass(type.getDeclaredConstructor());
        assertThat(pages.fields().stream().flatMap(EveryFieldTest::properties))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(pages.formType().getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }

    private static Stream<String> properties(Field field) {
        return field instanceof Single single
                ? single.properties().stream()
                : Stream.of(field.name());
    }
}
