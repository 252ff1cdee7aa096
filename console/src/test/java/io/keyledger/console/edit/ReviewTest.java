package io.keyledger.console.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.console.edit.Review.Line;
import io.keyledger.console.page.Unreadable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ReviewTest {

    /** A form. */
    record Form(String name, String labels, @Nullable List<String> roles) {}

    private static final List<Field> FIELDS =
            List.of(
                    Field.text("name", "Name"),
                    Field.pairs("labels", "Labels", "Label", "a label is key: value"),
                    Field.links("roles", "Roles"));
    private static final Form BEFORE = new Form("it", "team: data\ncost: 7", List.of("1", "2"));

    @Test
    void itTellsWhatGoesAndWhatComesByName() {
        Review review = review(new Form("", "team: ops\ncost: 7", List.of("3", "2")));
        assertThat(review.lines())
                .containsExactly(
                        new Line("name", "Name", List.of("it"), List.of()),
                        new Line("labels", "Labels", List.of("team: data"), List.of("team: ops")),
                        new Line("roles", "Roles", List.of("reader"), List.of("3")));
    }

    @Test
    void nothingIsToldOfWhatMeansTheSame() {
        Review review = review(new Form(" it ", "cost:7\r\n\r\nteam: data", List.of("2", "1")));
        assertThat(review.isEmpty()).isTrue();
    }

    @Test
    void whatIsNoPairIsSaid() {
        assertThatThrownBy(() -> review(new Form("it", "team", List.of())))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        it -> assertThat(it.text()).isEqualTo("a label is key: value"));
    }

    @Test
    void aDraftComesBackAsItWentAndIsRefusedTorn() {
        Draft draft = Draft.of(Opened.of(7, BEFORE).text(), BEFORE);
        Draft carried = Draft.carried(draft.opened().text(), draft.text());
        assertThat(carried).isEqualTo(draft);
        assertThat(carried.form(Form.class)).isEqualTo(BEFORE);
        for (String torn : List.of("", "null", "[]", "{", "7", "{\"version\":1}")) {
            assertThatThrownBy(() -> Opened.read(torn)).isInstanceOf(Unreadable.class);
        }
        for (String torn : List.of("", "null", "[]", "{", "{\"roles\":7}")) {
            assertThatThrownBy(() -> Draft.carried(draft.opened().text(), torn).form(Form.class))
                    .isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aListThatTheFormDidNotShowIsAsItWasOpened() {
        assertThat(review(new Form("it", "team: data\ncost: 7", null)).isEmpty()).isTrue();
        assertThat(review(new Form("it", "team: data\ncost: 7", List.of())).lines())
                .containsExactly(new Line("roles", "Roles", List.of("2", "reader"), List.of()));
    }

    private static Review review(Form after) {
        return Review.of(
                FIELDS, Draft.of(Opened.of(1, BEFORE).text(), after), Map.of("1", "reader"));
    }
}
