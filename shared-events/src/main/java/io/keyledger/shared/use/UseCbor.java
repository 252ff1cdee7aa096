package io.keyledger.shared.use;

import io.keyledger.shared.policy.Resource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code [keyId, [entity indexes], permission, method, path, reason, grantedBy, refusedBy,
 * [[policy, reason]…], [asked, api, routeId], [type, id, [[name, value]…]], address, userAgent,
 * network, callerKeyId, requestId, count]}, absent values null.
 */
final class UseCbor {

    private static final int FIELDS = 17;
    private static final int MONITORED_FIELDS = 2;
    private static final int ROUTE_FIELDS = 3;
    private static final int RESOURCE_FIELDS = 3;
    private static final int ATTRIBUTE_FIELDS = 2;

    private UseCbor() {}

    static void write(CborWriter cbor, KeyUse use) {
        cbor.array(FIELDS)
                .textOrNull(use.keyId())
                .list(use.entities(), (out, index) -> out.number(index))
                .textOrNull(use.permission())
                .textOrNull(use.method())
                .textOrNull(use.path())
                .textOrNull(use.reason())
                .indexOrNull(use.grantedBy())
                .indexOrNull(use.refusedBy())
                .list(use.monitored(), UseCbor::write)
                .orNull(use.route(), UseCbor::write)
                .orNull(use.resource(), UseCbor::write)
                .indexOrNull(use.address())
                .indexOrNull(use.userAgent())
                .textOrNull(use.network())
                .textOrNull(use.callerKeyId())
                .textOrNull(use.requestId())
                .number(use.count());
    }

    static KeyUse read(byte[] element) {
        CborReader in = new CborReader(element);
        in.array(FIELDS);
        KeyUse use =
                new KeyUse(
                        in.textOrNull(),
                        in.list(CborReader::index),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.indexOrNull(),
                        in.indexOrNull(),
                        in.list(UseCbor::monitored),
                        in.orNull(UseCbor::route),
                        in.orNull(UseCbor::resource),
                        in.indexOrNull(),
                        in.indexOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.number());
        in.end();
        return use;
    }

    private static void write(CborWriter out, MonitoredRefusal refusal) {
        out.array(MONITORED_FIELDS).number(refusal.policy()).text(refusal.reason());
    }

    private static MonitoredRefusal monitored(CborReader in) {
        in.array(MONITORED_FIELDS);
        return new MonitoredRefusal(in.index(), in.text());
    }

    private static void write(CborWriter out, AskedRoute route) {
        out.array(ROUTE_FIELDS)
                .textOrNull(route.asked())
                .indexOrNull(route.api())
                .orNull(route.routeId(), CborWriter::uuid);
    }

    private static AskedRoute route(CborReader in) {
        in.array(ROUTE_FIELDS);
        return new AskedRoute(in.textOrNull(), in.indexOrNull(), in.orNull(CborReader::uuid));
    }

    private static void write(CborWriter out, Resource resource) {
        out.array(RESOURCE_FIELDS)
                .textOrNull(resource.type())
                .textOrNull(resource.id())
                .list(List.copyOf(resource.attributes().entrySet()), UseCbor::write);
    }

    private static void write(CborWriter out, Map.Entry<String, String> attribute) {
        out.array(ATTRIBUTE_FIELDS).text(attribute.getKey()).text(attribute.getValue());
    }

    /** Attributes sorted by name, each once: there is one form only. */
    private static Resource resource(CborReader in) {
        in.array(RESOURCE_FIELDS);
        String type = in.textOrNull();
        String id = in.textOrNull();
        TreeMap<String, String> attributes = new TreeMap<>();
        in.list(
                each -> {
                    each.array(ATTRIBUTE_FIELDS);
                    String name = each.text();
                    if (!attributes.isEmpty() && attributes.lastKey().compareTo(name) >= 0) {
                        throw new IllegalArgumentException("attributes that are not sorted");
                    }
                    return attributes.put(name, each.text()) == null;
                });
        return new Resource(type, id, attributes);
    }
}
