package io.keyledger.console.page;

import io.keyledger.client.KeyledgerAway;
import io.keyledger.client.Presence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Begins no change while Keyledger is known to be away, so that it can be said for sure that none
 * was made.
 */
public record OnlyWhenThere(Presence api) implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals(HttpMethod.GET.name())) {
            try {
                api.require();
            } catch (KeyledgerAway away) {
                throw new NothingSent(away);
            }
        }
        return true;
    }
}
