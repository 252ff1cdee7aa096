package io.keyledger.standalone.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.standalone.journey.Answer;

/**
 * What somebody of elsewhere may be answered.
 *
 * @param word that is in every name of the workspace that is closed to him
 */
record Closed(String word) {

    void mustBeClosed(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
        mustNotTell(answer);
    }

    /**
     * Refused as an id is that nobody has. Taking away what is not there is done as soon as it is
     * asked for, and what is another's is not there.
     */
    void mustBeUnknown(Answer foreign, Answer nobodys) {
        mustNotTell(foreign);
        assertThat(foreign.status()).as(foreign.body()).isEqualTo(nobodys.status());
        if (foreign.status() != 204) {
            mustBeRefused(foreign);
            assertThat(foreign.text("code")).isEqualTo(nobodys.text("code"));
        }
    }

    /** As a whole, or each item of it, or the key that it is about. */
    void mustBeRefused(Answer answer) {
        mustNotTell(answer);
        if (answer.status() == 200) {
            assertThat(
                            answer.text("items/0/status")
                                    + answer.text("items/0/reason")
                                    + answer.text("reason"))
                    .as(answer.body())
                    .isIn("refused", "unknown-key");
        } else {
            assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        }
    }

    void mustNotTell(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        assertThat(answer.body()).doesNotContain(word);
    }
}
