package io.keyledger.console.moment;

import io.keyledger.console.page.Moment;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

import java.util.regex.Pattern;

/**
 * Keeps the moment of a page in its links to other pages about access; the timeline's are to what
 * had happened by then.
 */
public final class MomentLinks extends StandardLinkBuilder {

    private static final Pattern KEEP =
            Pattern.compile(
                    "/console/[a-z0-9-]+/(|(service-users|people|groups|roles|policies|apis|routes|who-can|reports|compare)([/?#].*)?)");
    private static final Pattern TIMELINE = Pattern.compile("/console/[a-z0-9-]+/timeline(\\?.*)?");

    @Override
    protected String processLink(IExpressionContext context, String link) {
        String processed = super.processLink(context, link);
        return context.getVariable("moment") instanceof Moment moment && moment.isPast()
                ? kept(processed, moment)
                : processed;
    }

    static String kept(String link, Moment moment) {
        if (KEEP.matcher(link).matches()) {
            return with(link, Moment.PARAMETER, moment);
        }
        return TIMELINE.matcher(link).matches() ? with(link, "to", moment) : link;
    }

    private static String with(String link, String parameter, Moment moment) {
        if (link.matches(".*[?&]" + parameter + "=.*")) {
            return link;
        }
        int fragment = link.indexOf('#');
        String start = fragment < 0 ? link : link.substring(0, fragment);
        String end = fragment < 0 ? "" : link.substring(fragment);
        return start + (start.contains("?") ? "&" : "?") + parameter + "=" + moment.sent() + end;
    }
}
