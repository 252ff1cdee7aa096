package io.keyledger.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import java.io.IOException;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice(new ProblemWriter());

    /** It is no fault of ours either, and nothing for the log. */
    @Test
    void aCallerWhoWentAwayIsToldNothing() throws IOException {
        MockHttpServletResponse response = answer(new AsyncRequestNotUsableException("gone"));
        assertThat(response.getContentAsString()).isEmpty();
    }

    @Test
    void neitherIsOneWhoWentAwayInTheMiddleOfAnAnswer() throws IOException {
        MockHttpServletResponse response =
                answer(
                        new HttpMessageNotWritableException(
                                "half of it", new AsyncRequestNotUsableException("gone")));
        assertThat(response.getContentAsString()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenForAnotherReasonIsToldAsAFault() throws IOException {
        MockHttpServletResponse response = answer(new HttpMessageNotWritableException("a cycle"));
        assertThat(response.getStatus()).isEqualTo(500);
    }

    private MockHttpServletResponse answer(Exception failure) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        advice.answer(failure, new MockHttpServletRequest("POST", "/"), response);
        return response;
    }
}
